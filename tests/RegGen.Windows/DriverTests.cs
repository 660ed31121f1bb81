using RegGen.Backends;
using RegGen.Claims;
using RegGen.Diagnosis;

namespace RegGen.Windows;

/// <summary>The library on the Windows driver. The rig's companion plays the ports as cells, and its policy lets this user have 0x300-0x3FF.</summary>
public sealed class DriverTests
{
    const ushort First = 0x300;

    // The companion counts the reads of this one.
    const ushort Counter = 0x350;

    static readonly PortClaim s_claim = PortClaim.At("Card", First, (0, 0x6F));

    [Fact]
    public void The_doctor_finds_it()
    {
        BackendDiagnosis driver = Doctor.Examine().Single(backend => backend.Backend == "driver");
        Assert.True(driver.Works, driver.Because);
        Assert.Contains(driver.Evidence, evidence => evidence.Found == "version 1; programs of 256 operations, 100 ms");
    }

    /// <summary>Windows has no other way to ports.</summary>
    [Fact]
    public void It_is_the_first_way_that_works()
    {
        using PortBus bus = PortBus.Open(s_claim);
        Assert.Equal("driver", bus.BackendName);
        Assert.Contains(bus.Attempts, attempt => attempt is { Backend: "direct", IsTaken: false });
    }

    [Fact]
    public void Accesses_have_their_width()
    {
        using PortBus bus = Open();
        bus.Out32(First, 0x12345678);
        Assert.Equal((0x12345678u, 0x5678, 0x34), (bus.In32(First), bus.In16(First), bus.In8(First + 2)));
        bus.Out16(First + 2, 0xCAFE);
        bus.Out8(First, 0x99);
        Assert.Equal(0xCAFE5699u, bus.In32(First));
        Assert.Equal(7, bus.Transitions);
    }

    [Fact]
    public void Blocks_go_512_values_at_a_time()
    {
        using PortBus bus = Open();
        bus.Out8(Counter, 0);
        byte[] counted = new byte[600];
        bus.InBlock<byte>(Counter, counted);
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (byte)i), counted);
        bus.OutBlock<ushort>(First, [1, 2, 0xABCD]);
        Assert.Equal(0xABCD, bus.In16(First));
        Assert.Equal(5, bus.Transitions);
    }

    [Fact]
    public void A_program_is_one_transition()
    {
        using PortBus bus = Open();
        bus.Out8(Counter, 0);
        PortOperation[] program =
        [
            PortOperation.In(Counter, PortWidth.Bits8),
            PortOperation.Branch(0, from: 0, keep: 0xFF, value: 20, unless: true, time: TimeSpan.FromMilliseconds(40)),
            PortOperation.Out(First, PortWidth.Bits16, 0x1200, from: 0, keep: 0xFF),
            PortOperation.Delay(TimeSpan.FromMilliseconds(1)),
            PortOperation.In(First, PortWidth.Bits16),
        ];
        bus.Run(program);
        Assert.Equal((20UL, 0UL, 0x1214UL), (program[0].Result, program[1].Result, program[4].Result));
        Assert.Equal(2, bus.Transitions);
    }

    [Fact]
    public void A_poll_that_takes_longer_than_a_program_may_is_cut()
    {
        using PortBus bus = Open();
        bus.Out8(First, 0);
        PortOperation[] program = [PortOperation.In(First, PortWidth.Bits8), PortOperation.Branch(0, 0, keep: 1, value: 1, unless: true, time: TimeSpan.FromMilliseconds(160))];
        bus.Run(program);
        Assert.Equal(1UL, program[1].Result);
        Assert.InRange(bus.Transitions, 4, 9);
    }

    [Fact]
    public void Threads_share_a_handle()
    {
        using PortBus bus = Open();
        Parallel.For(0, 4, thread =>
        {
            ushort port = (ushort)(First + (4 * thread));
            for (uint i = 0; i < 100; i++)
            {
                bus.Out32(port, i);
                Assert.Equal(i, bus.In32(port));
            }
        });
    }

    [Fact]
    public void Ports_belong_to_one_handle_until_it_is_closed()
    {
        using DriverBackend one = new(), other = new();
        one.Grant(s_claim);
        PortAccessException refused = Assert.Throws<PortAccessException>(() => other.Grant(s_claim));
        Assert.Equal((PortRefusal.Owned, "another program has ports of 0x300-0x36F by the driver."), (refused.Reason, refused.Cause));
        one.Dispose();
        other.Grant(s_claim);
    }

    [Theory]
    [InlineData(0x400, PortRefusal.NoPermission, "no entry of the driver's policy lets this user read and write 0x400.")]
    [InlineData(0xCF8, PortRefusal.NoPermission, "0xCF8 has ports that the driver never lets anybody touch (0xCF8-0xCFF: PCI configuration moves devices")]
    public void What_the_policy_does_not_give_is_refused(ushort port, PortRefusal reason, string cause)
    {
        using DriverBackend backend = new();
        PortAccessException refused = Assert.Throws<PortAccessException>(() => backend.Grant(PortClaim.At("Card", port, (0, 0))));
        Assert.Equal(reason, refused.Reason);
        Assert.StartsWith(cause, refused.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void The_driver_keeps_to_the_claim()
    {
        using DriverBackend backend = new();
        backend.Grant(PortClaim.At("Card", First, (0, 3)));
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => backend.Read(First + 4, PortWidth.Bits8)).Reason);
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => backend.Write(First + 2, PortWidth.Bits32, 0)).Reason);
    }

    static PortBus Open() => PortBus.Open(PortBackend.ByName("driver"), s_claim);
}
