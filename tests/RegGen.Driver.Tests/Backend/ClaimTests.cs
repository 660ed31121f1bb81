using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Claims;
using RegGen.Guards;
using RegGen.Tracing;

namespace RegGen.Driver.Tests.Backend;

/// <summary>What the driver refuses a claim for, as a program is told.</summary>
[Collection(nameof(CoreDriver))]
public sealed class ClaimTests : IDisposable
{
    static readonly PortClaim s_claim = PortClaim.At("Card", 0x300, (0, 7));

    const uint Never = 0x80;

    readonly CellPorts _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public void Nobody_may_claim_anything_without_a_policy()
    {
        PortAccessException refused = Refused(new CoreDriver(_cells), s_claim);
        Assert.Equal(PortRefusal.NoPermission, refused.Reason);
        Assert.Equal("no entry of the driver's policy lets this user read and write 0x300-0x307.", refused.Cause);
        Assert.Contains("reggen policy", refused.Remedy, StringComparison.Ordinal);
        Assert.Same(s_claim, refused.Claim);
    }

    [Fact]
    public void Part_of_the_ports_is_not_enough()
    {
        Assert.Equal(PortRefusal.NoPermission, Refused(new CoreDriver(_cells, new PortRange(0x300, 0x306)), s_claim).Reason);
    }

    /// <summary>The second range of two; none is granted.</summary>
    [Fact]
    public void The_refused_range_is_named()
    {
        PortClaim both = PortClaim.At("Card", 0x300, (0, 7), (0x10, 0x17));
        CoreDriver driver = new(_cells, new PortRange(0x300, 0x307));
        Assert.Contains("0x310-0x317", Refused(driver, both).Cause, StringComparison.Ordinal);
        using DriverBackend other = driver.Backend();
        other.Grant(s_claim);
    }

    [Fact]
    public void Ports_of_the_system_need_a_flag()
    {
        CoreDriver driver = new(_cells);
        driver.Allow(0, new PortRange(0x70, 0x71));
        PortAccessException refused = Refused(driver, PortClaim.At("Clock", 0x70, (0, 1)));
        Assert.Equal(PortRefusal.NoPermission, refused.Reason);
        Assert.Equal("the driver's policy has 0x70-0x71, but without a flag that ports of it need (0x70-0x77 needs 'system': the clock, whose index port also masks the NMI, and the same again at 74).", refused.Cause);

        driver.Allow(DriverAbi.PolicySystem, new PortRange(0x70, 0x71));
        using DriverBackend backend = driver.Backend();
        backend.Grant(PortClaim.At("Clock", 0x70, (0, 1)));
    }

    /// <summary>CF8 and the like: a policy cannot name them, and a claim hears so.</summary>
    [Fact]
    public void Some_ports_are_for_nobody()
    {
        PortAccessException refused = Refused(new CoreDriver(_cells), PortClaim.At("Bridge", 0xCF8, (0, 7)));
        Assert.Equal(PortRefusal.NoPermission, refused.Reason);
        Assert.StartsWith("0xCF8-0xCFF has ports that the driver never lets anybody touch (0xCF8-0xCFF: PCI configuration moves devices", refused.Cause, StringComparison.Ordinal);
    }

    /// <summary>The table of the library cannot know them; and what it has of other ports of the range is not the reason.</summary>
    [Theory]
    [InlineData(0x300, 0x300, 0x300, "0x300-0x307 has ports that the driver never lets anybody touch (firmware of this machine has its commands or a reset there).")]
    [InlineData(0x71, 0x77, 0x78, "0x71-0x78 has ports that the driver never lets anybody touch (firmware of this machine has its commands or a reset there).")]
    public void Some_are_for_nobody_on_this_machine(ushort card, ushort first, ushort last, string cause)
    {
        CoreDriver driver = new(_cells, new PortRange(0x70, 0x7D), new PortRange(0x300, 0x307));
        driver.Deny(new(first, last), Never);
        PortAccessException refused = Refused(driver, PortClaim.At("Card", card, (0, 7)));
        Assert.Equal((PortRefusal.NoPermission, cause), (refused.Reason, refused.Cause));
        Assert.Contains("the system's log", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_need_flags_on_this_machine()
    {
        CoreDriver driver = new(_cells);
        driver.Deny(new(0x304, 0x305), DriverAbi.PolicySystem | DriverAbi.PolicyDanger);
        driver.Allow(DriverAbi.PolicySystem, new PortRange(0x300, 0x307));
        PortAccessException refused = Refused(driver, s_claim);
        Assert.Equal(
            (PortRefusal.NoPermission, "the driver's policy has 0x300-0x307, but without a flag that ports of it need (this machine sleeps or powers off there, which needs 'system danger')."),
            (refused.Reason, refused.Cause));
        driver.Allow(DriverAbi.PolicySystem | DriverAbi.PolicyDanger, new PortRange(0x300, 0x307));
        using DriverBackend backend = driver.Backend();
        backend.Grant(s_claim);
    }

    [Fact]
    public void Another_program_has_them()
    {
        CoreDriver driver = new(_cells, new PortRange(0x300, 0x3FF));
        using DriverBackend one = driver.Backend(), other = driver.Backend();
        one.Grant(s_claim);
        PortAccessException refused = Assert.Throws<PortAccessException>(() => other.Grant(s_claim));
        Assert.Equal((PortRefusal.Owned, "another program has ports of 0x300-0x307 by the driver."), (refused.Reason, refused.Cause));
        one.Dispose();
        other.Grant(s_claim);
    }

    /// <summary>Whoever may only read gets what he may by a bus that only reads.</summary>
    [Fact]
    public void An_entry_for_reading_is_enough_for_a_bus_that_only_reads()
    {
        CoreDriver driver = new(_cells);
        driver.AllowReading(new PortRange(0x300, 0x307));
        PortAccessException refused = Refused(driver, s_claim);
        Assert.Equal((PortRefusal.NoPermission, "no entry of the driver's policy lets this user read and write 0x300-0x307."), (refused.Reason, refused.Cause));

        _cells.Write(0x301, PortWidth.Bits8, 0x5A);
        using ReadOnlyBackend reading = new(driver.Backend());
        reading.Grant(s_claim);
        Assert.Equal(0x5Au, reading.Read(0x301, PortWidth.Bits8));
        Assert.Equal(PortRefusal.ReadOnly, Assert.Throws<PortAccessException>(() => reading.Write(0x301, PortWidth.Bits8, 0)).Reason);
        Assert.Equal("no entry of the driver's policy lets this user read 0x310.",
            Assert.Throws<PortAccessException>(() => reading.Grant(PortClaim.At("Other", 0x310, (0, 0)))).Cause);
    }

    /// <summary>Selecting a window's register is a write: with devices named, reading is not enough.</summary>
    [Fact]
    public void A_bus_that_selects_asks_for_writing_too()
    {
        CoreDriver driver = new(_cells);
        driver.AllowReading(new PortRange(0x300, 0x307));
        using ReadOnlyBackend selecting = new(driver.Backend(), new TracedDevice("Clock", Mc146818.Map, 0x300));
        Assert.EndsWith("read and write 0x300-0x307.", Assert.Throws<PortAccessException>(() => selecting.Grant(s_claim)).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_share_have_them_both()
    {
        CoreDriver driver = new(_cells, new PortRange(0x300, 0x3FF));
        using DriverBackend one = driver.Backend(), other = driver.Backend();
        one.Grant(s_claim.Sharing("reggen"));
        other.Grant(s_claim.Sharing("reggen"));
        one.Write(0x300, PortWidth.Bits8, 0x5A);
        Assert.Equal(0x5Au, other.Read(0x300, PortWidth.Bits8));
    }

    [Fact]
    public void A_claim_of_too_many_ranges_is_refused_whole()
    {
        CoreDriver driver = new(_cells, new PortRange(0x300, 0x3FF));
        PortClaim many = PortClaim.At("Many", 0x300, [.. Enumerable.Range(0, 65).Select(i => ((ushort)(2 * i), (ushort)(2 * i)))]);
        Assert.Equal((PortRefusal.Unsupported, "it is more than the 64 ranges that the driver keeps for a bus."), (Refused(driver, many).Reason, Refused(driver, many).Cause));

        using DriverBackend filled = driver.Backend();
        filled.Grant(PortClaim.At("Many", 0x300, [.. Enumerable.Range(0, 64).Select(i => ((ushort)(2 * i), (ushort)(2 * i)))]));
        Assert.Equal(PortRefusal.Unsupported, Assert.Throws<PortAccessException>(() => filled.Grant(PortClaim.At("More", 0x3F0, (0, 0)))).Reason);
    }

    [Theory]
    [InlineData((uint)DriverStatus.Owned, PortRefusal.Owned, "a driver of the kernel has ports of 0x300-0x307")]
    [InlineData((uint)DriverStatus.Locked, PortRefusal.NoPermission, "the kernel is locked down")]
    [InlineData((uint)DriverStatus.Version, PortRefusal.Transport, "the driver answered Version.")]
    public void What_the_kernels_add(uint status, PortRefusal reason, string cause)
    {
        PortAccessException refused = DriverRefusal.Of(s_claim, (DriverStatus)status, s_claim.Ranges[0]);
        Assert.Equal(reason, refused.Reason);
        Assert.StartsWith(cause, refused.Cause, StringComparison.Ordinal);
    }

    /// <summary>On a machine without the driver, which this one is.</summary>
    [Fact]
    public void There_is_no_driver()
    {
        using DriverBackend backend = new();
        PortAccessException refused = Assert.Throws<PortAccessException>(() => backend.Grant(s_claim));
        Assert.Equal((PortRefusal.NotInstalled, "there is no /dev/reggen: the driver is not loaded."), (refused.Reason, refused.Cause));
        Assert.Contains("driver/linux/README.md", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_of_another_version_is_not_used()
    {
        PortAccessException refused = Refused(() => new ForeignChannel(2), s_claim);
        Assert.Equal((PortRefusal.Unsupported, "the driver behind a foreign driver has version 2 of the interface, this library version 1."), (refused.Reason, refused.Cause));
    }

    [Fact]
    public void A_system_that_does_not_answer()
    {
        CoreDriver driver = new(_cells);
        PortAccessException refused = Refused(() =>
        {
            CoreDriver.CoreChannel channel = driver.Open();
            channel.Errors[DriverAbi.Claim] = 12;
            return channel;
        }, s_claim);
        Assert.Equal((PortRefusal.Transport, "the core answered with error 12 of the system."), (refused.Reason, refused.Cause));
    }

    static PortAccessException Refused(CoreDriver driver, PortClaim claim) => Refused(driver.Open, claim);

    static PortAccessException Refused(Func<DriverChannel> open, PortClaim claim)
    {
        using DriverBackend backend = new(open);
        return Assert.Throws<PortAccessException>(() => backend.Grant(claim));
    }

    sealed class ForeignChannel(ushort version) : DriverChannel
    {
        public override string Place => "a foreign driver";

        public override int Exchange(uint request, Span<byte> buffer, int sent)
        {
            buffer.Clear();
            (buffer[0], buffer[4], buffer[8]) = (40, (byte)version, 1);
            return 0;
        }

        public override void Dispose()
        {
        }
    }
}
