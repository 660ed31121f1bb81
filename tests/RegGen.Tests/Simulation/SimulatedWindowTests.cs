using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;
using RegGen.Tests.Samples;
using static RegGen.Backends.PortWidth;

namespace RegGen.Tests.Simulation;

public sealed class SimulatedWindowTests : IDisposable
{
    readonly SimulatedBackend _bus = new();
    readonly SimulatedDevice _cmos;

    public SimulatedWindowTests() => _cmos = _bus.Add(SampleMaps.Cmos, 0x70);

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void The_data_port_is_the_register_that_the_written_index_points_at()
    {
        _cmos["Cmos.Seconds"] = 0x30;
        _bus.Write(0x70, Bits8, 0x0B);
        _bus.Write(0x71, Bits8, 0x06);
        _bus.Write(0x70, Bits8, 0x00);
        Assert.Equal((0x30u, 0x06u, 0x00u), (_bus.Read(0x71, Bits8), _cmos["Cmos.RegisterB"], _cmos["DATA"]));
        _bus.Write(0x70, Bits8, 0x0B);
        Assert.Equal(0x06u, _bus.Read(0x71, Bits8));
    }

    [Fact]
    public void Bits_beside_the_index_do_not_matter()
    {
        _cmos["Cmos.RegisterB"] = 0x02;
        _bus.Write(0x70, Bits8, 0x8B);
        Assert.Equal((0x02u, 0x8Bu), (_bus.Read(0x71, Bits8), _cmos["INDEX"]));
    }

    [Fact]
    public void An_index_that_does_not_start_at_bit_0_is_shifted()
    {
        DeviceMap map = new("Shifted", PortClaim.At("Shifted", 0, (0, 1)))
        {
            Registers = [new("SELECT", 0, 8, Access.Rw), new("DATA", 1, 8, Access.Rw)],
            Windows = [new("Inner", "SELECT", 0xF0, ["DATA"], [new("Third", 3, 8, Access.Rw)])],
        };
        SimulatedDevice shifted = _bus.Add(map, 0x100);
        shifted["Inner.Third"] = 0x33;
        _bus.Write(0x100, Bits8, 0x3F);
        Assert.Equal(0x33u, _bus.Read(0x101, Bits8));
        _bus.Write(0x100, Bits8, 0xF3);
        Assert.Equal(0xFFu, _bus.Read(0x101, Bits8));
    }

    [Fact]
    public void Two_windows_may_share_their_data_register()
    {
        DeviceMap map = new("Shared", PortClaim.At("Shared", 0, (0, 1)))
        {
            Registers = [new("INDEX", 0, 8, Access.Rw), new("DATA", 1, 8, Access.Rw)],
            Windows = [new("Low", "INDEX", 0xFF, ["DATA"], [new("First", 1, 8, Access.Rw)]), new("High", "INDEX", 0xFF, ["DATA"], [new("Second", 2, 8, Access.Rw)])],
        };
        SimulatedDevice shared = _bus.Add(map, 0x100);
        (shared["Low.First"], shared["High.Second"]) = (0x11, 0x22);
        _bus.Write(0x100, Bits8, 2);
        Assert.Equal(0x22u, _bus.Read(0x101, Bits8));
        _bus.Write(0x100, Bits8, 1);
        Assert.Equal(0x11u, _bus.Read(0x101, Bits8));
    }

    [Fact]
    public void An_undescribed_index_reads_all_ones_and_ignores_writes()
    {
        _bus.Write(0x70, Bits8, 0x2F);
        _bus.Write(0x71, Bits8, 0x12);
        Assert.Equal((0xFFu, 0x00u), (_bus.Read(0x71, Bits8), _cmos["DATA"]));
    }

    [Fact]
    public void Effects_hold_behind_a_window_too()
    {
        _cmos["Cmos.RegisterC"] = 0x90;
        _bus.Write(0x70, Bits8, 0x0C);
        _bus.Write(0x71, Bits8, 0x00);
        Assert.Equal((0x90u, 0x00u), (_bus.Read(0x71, Bits8), _bus.Read(0x71, Bits8)));
        _cmos["Cmos.RegisterA"] = 0x80;
        _bus.Write(0x70, Bits8, 0x0A);
        _bus.Write(0x71, Bits8, 0x26);
        Assert.Equal(0xA6u, _bus.Read(0x71, Bits8));
    }

    [Fact]
    public void Hooks_hold_behind_a_window_too()
    {
        ulong written = 0;
        _cmos.On("Cmos.Seconds").Read(_ => 0x59).Write(word => written = word);
        _bus.Write(0x70, Bits8, 0x00);
        _bus.Write(0x71, Bits8, 0x45);
        Assert.Equal((0x45u, 0x45u, 0x59u), (written, _cmos["Cmos.Seconds"], _bus.Read(0x71, Bits8)));
    }

    [Fact]
    public void A_bank_may_be_selected_by_a_register_behind_the_window()
    {
        DeviceMap map = new("SuperIo", PortClaim.At("SuperIo", 0, (0, 1)))
        {
            Registers = [new("INDEX", 0, 8, Access.Rw), new("DATA", 1, 8, Access.Rw)],
            Windows =
            [
                new("Config", "INDEX", 0xFF, ["DATA"],
                [
                    new("LogicalDevice", 0x07, 8, Access.Rw),
                    new("ParallelMode", 0xF0, 8, Access.Rw) { When = [new("Config.LogicalDevice", 0xFF, 1)], Reset = 0x3F },
                    new("FanDivisor", 0xF0, 8, Access.Rw) { When = [new("Config.LogicalDevice", 0xFF, 11)], Reset = 0x0B },
                ]),
            ],
        };
        _bus.Add(map, 0x2E);
        Assert.Equal((0x0Bu, 0x3Fu, 0xFFu), (Through(11), Through(1), Through(2)));

        uint Through(uint logicalDevice)
        {
            _bus.Write(0x2E, Bits8, 0x07);
            _bus.Write(0x2F, Bits8, logicalDevice);
            _bus.Write(0x2E, Bits8, 0xF0);
            return _bus.Read(0x2F, Bits8);
        }
    }
}
