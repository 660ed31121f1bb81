using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Tests.Simulation;

/// <summary>Accesses that take the short way, since what answers was found before: they do what the first one did.</summary>
public sealed class SteadyAccessTests : IDisposable
{
    readonly SimulatedBackend _backend = new();
    readonly SimulatedDevice _sim;
    readonly PortBus _bus;

    public SteadyAccessTests()
    {
        _sim = _backend.Add(Device, 0x300);
        _bus = PortBus.Open(_backend, PortClaim.At("Steady", 0x300, (0, 15)));
    }

    static DeviceMap Device => new("Steady", PortClaim.At("Steady", 0, (0, 15)))
    {
        Locks = [new("Unlock", [new("KEY", 0xFF, 0x57)], [new("KEY", 0xFF, 0)])],
        Registers =
        [
            new("EVENTS", 0, 8, Access.Ro) { Fields = [new("Clears", 0, 0, Access.Rc), new("Sets", 1, 1, new(ReadEffect.Set, WriteEffect.None)), new("Stays", 2, 2, Access.Ro)] },
            new("KEY", 1, 8, Access.Rw),
            new("SECRET", 2, 8, Access.Rw) { Lock = "Unlock" },
            new("WIDE", 4, 16, Access.Rw),
            new("LOW", 4, 8, Access.Rw) { Overlaps = ["WIDE"] },
            new("NOW", 6, 8, Access.Rw) { Previous = "BEFORE" },
            new("BEFORE", 7, 8, Access.Ro) { },
            new("MODE", 8, 8, Access.Rw) { Fields = [new("Kind", 7, 7, Access.Rw) { Constant = 0 }, new("Value", 6, 0, Access.Rw)] },
            new("COMMAND", 8, 8, Access.Wo) { Fields = [new("Kind", 7, 7, Access.Wo) { Constant = 1 }, new("Value", 6, 0, Access.Wo)] },
            new("ACTION", 9, 8, Access.W1c),
        ],
    };

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void Reads_clear_and_set_again_and_again()
    {
        for (int turn = 0; turn < 3; turn++)
        {
            _sim["EVENTS"] = 0x05;
            Assert.Equal((0x05, 0x06, 0x06), (_bus.In8(0x300), _bus.In8(0x300), _bus.In8(0x300)));
        }
    }

    [Fact]
    public void Keys_open_and_close_again_and_again()
    {
        for (byte turn = 1; turn < 4; turn++)
        {
            _bus.Out8(0x301, 0x57);
            _bus.Out8(0x302, turn);
            _bus.Out8(0x301, 0);
            _bus.Out8(0x302, 0xEE);
            Assert.Equal(turn, _bus.In8(0x302));
        }
    }

    [Fact]
    public void Bytes_that_two_registers_share_stay_the_same()
    {
        for (byte turn = 1; turn < 4; turn++)
        {
            _bus.Out16(0x304, (ushort)(0x1100 * turn));
            _bus.Out8(0x304, turn);
            Assert.Equal((0x1100 * turn) + turn, _bus.In16(0x304));
            _bus.Out16(0x304, 0x3344);
            Assert.Equal(0x44, _bus.In8(0x304));
        }
    }

    [Fact]
    public void What_was_written_before_is_remembered_each_time()
    {
        for (byte turn = 1; turn < 4; turn++)
        {
            _bus.Out8(0x306, turn);
            _bus.Out8(0x306, 0x80);
            Assert.Equal(turn, _bus.In8(0x307));
        }
    }

    [Fact]
    public void What_is_written_tells_the_register_each_time()
    {
        for (byte turn = 1; turn < 4; turn++)
        {
            _bus.Out8(0x308, turn);
            _bus.Out8(0x308, (byte)(0x80 | (turn + 8)));
            Assert.Equal((turn, (ulong)(0x80 | (turn + 8))), (_bus.In8(0x308), _sim["COMMAND"]));
        }
    }

    [Fact]
    public void Ones_clear_each_time()
    {
        for (int turn = 0; turn < 3; turn++)
        {
            _sim["ACTION"] = 0xFF;
            _bus.Out8(0x309, 0x0F);
            Assert.Equal(0xF0, _bus.In8(0x309));
        }
    }

    [Fact]
    public void A_hook_that_comes_later_runs()
    {
        _bus.Out8(0x304, 1);
        _bus.In8(0x304);
        List<ulong> seen = [];
        _sim.On("LOW").Write(seen.Add).Read(stored => stored + 1);
        _bus.Out8(0x304, 5);
        Assert.Equal(6, _bus.In8(0x304));
        Assert.Equal([5ul], seen);
    }

    [Fact]
    public async Task Many_threads_lose_no_write_of_their_own()
    {
        using var backend = new SimulatedBackend();
        backend.Add(new DeviceMap("Cells", PortClaim.At("Cells", 0, (0, 7))) { Registers = [.. Enumerable.Range(0, 8).Select(i => new RegisterMap($"CELL{i}", i, 8, Access.Rw))] }, 0x400);
        using var bus = PortBus.Open(backend, PortClaim.At("Cells", 0x400, (0, 7)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(cell => Task.Run(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                bus.Out8((ushort)(0x400 + cell), (byte)i);
                Assert.Equal((byte)i, bus.In8((ushort)(0x400 + cell)));
            }
        })));
    }
}
