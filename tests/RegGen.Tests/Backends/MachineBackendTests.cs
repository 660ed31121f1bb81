using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Backends;

public sealed class MachineBackendTests
{
    static readonly PortClaim s_serial = PortClaim.At("Serial", 0x2F8, (0, 7)), s_clock = PortClaim.At("Clock", 0x70, (0, 1));

    [Fact]
    public void The_first_way_that_works_is_taken_and_the_bus_says_why_not_the_others()
    {
        Way none = new("none", refuses: ["Serial"]), good = new("good"), spare = new("spare");
        using PortBus bus = PortBus.Open(new MachineBackend(none, good, spare), s_serial);
        bus.Out8(0x2FF, 1);
        Assert.Equal("good", bus.BackendName);
        Assert.Equal([0x2FF], good.Accessed);
        Assert.Equal(
            ["none not taken for Serial at 0x2F8: none refuses it.", "good taken for Serial at 0x2F8: good's means", "spare not taken for Serial at 0x2F8: not tried, since good works."],
            bus.Attempts.Select(attempt => attempt.ToString()));
    }

    [Fact]
    public void Each_claim_goes_its_own_way()
    {
        Way one = new("one", refuses: ["Clock"]), other = new("other");
        using PortBus bus = PortBus.Open(new MachineBackend(one, other), s_serial, s_clock);
        bus.In8(0x2F8);
        bus.Out8(0x70, 0);
        bus.InBlock<byte>(0x71, new byte[2]);
        Assert.Equal("one, other", bus.BackendName);
        Assert.Equal([0x2F8], one.Accessed);
        Assert.Equal([0x70, 0x71, 0x71], other.Accessed);
    }

    [Fact]
    public void Where_no_way_works_the_refusal_is_the_best_ways_and_names_the_others()
    {
        Way one = new("one", refuses: ["Serial"]), other = new("other", refuses: ["Serial"]);
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => PortBus.Open(new MachineBackend(one, other), s_serial));
        Assert.Equal(PortRefusal.NoPermission, refusal.Reason);
        Assert.Equal("one refuses it.", refusal.Cause);
        Assert.EndsWith("one refuses it. Ask one. Other ways: other: other refuses it.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["one", "other"], refusal.Attempts.Select(attempt => attempt.Backend));
        Assert.True(one.IsDisposed && other.IsDisposed);
    }

    [Fact]
    public void Disposing_the_bus_disposes_every_way()
    {
        Way one = new("one"), other = new("other");
        PortBus.Open(new MachineBackend(one, other), s_serial).Dispose();
        Assert.True(one.IsDisposed && other.IsDisposed);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("device-file")]
    [InlineData("pci")]
    public void A_way_is_had_by_its_name(string name)
    {
        using PortBackend way = PortBackend.ByName(name);
        Assert.Equal(name, way.Name);
        Assert.True(way.ReachesThisMachine);
    }

    [Fact]
    public void A_wrong_name_is_answered_with_the_right_ones() =>
        Assert.Contains("direct, driver, device-file, pci", Assert.Throws<ArgumentException>(() => PortBackend.ByName("dev/port")).Message, StringComparison.Ordinal);

    // Reaches nothing, so that it may stand for a way to real ports.
    sealed class Way(string name, params string[] refuses) : PortBackend
    {
        public List<int> Accessed { get; } = [];

        public bool IsDisposed { get; private set; }

        public override string Name => name;

        internal override string Means => $"{name}'s means";

        public override void Grant(PortClaim claim)
        {
            if (refuses.Contains(claim.Device))
            {
                throw new PortAccessException(PortRefusal.NoPermission, claim, $"{name} refuses it.", $"Ask {name}.");
            }
        }

        public override uint Read(ushort port, PortWidth width)
        {
            Accessed.Add(port);
            return 0;
        }

        public override void Write(ushort port, PortWidth width, uint value) => Accessed.Add(port);

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
