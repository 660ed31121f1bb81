using RegGen.Backends;
using RegGen.Backends.Driver;
using RegGen.Claims;

namespace RegGen.Driver.Tests.Backend;

/// <summary>Accesses through the driver: alone, in blocks, from many threads, and refused.</summary>
[Collection(nameof(CoreDriver))]
public sealed class AccessTests : IDisposable
{
    static readonly PortClaim s_claim = PortClaim.At("Card", 0x300, (0, 0xFF));

    readonly CellPorts _cells = new();

    public void Dispose() => _cells.Dispose();

    [Theory]
    [InlineData(PortWidth.Bits8, 0x12u)]
    [InlineData(PortWidth.Bits16, 0x1234u)]
    [InlineData(PortWidth.Bits32, 0x12345678u)]
    public void Single_accesses_have_their_width(PortWidth width, uint value)
    {
        using DriverBackend driver = Granted();
        driver.Write(0x301, width, value);
        Assert.Equal(value, driver.Read(0x301, width));
        Assert.Equal([new(true, 0x301, width, value), new(false, 0x301, width, value)], _cells.Log);
        Assert.Equal(2, driver.Transitions);
    }

    [Theory]
    [InlineData(PortWidth.Bits8, 1, 1)]
    [InlineData(PortWidth.Bits8, 512, 1)]
    [InlineData(PortWidth.Bits8, 513, 2)]
    [InlineData(PortWidth.Bits16, 512, 1)]
    [InlineData(PortWidth.Bits32, 1500, 3)]
    public void Blocks_go_512_values_at_a_time(PortWidth width, int count, int transitions)
    {
        using DriverBackend driver = Granted();
        int bytes = (int)width / 8;
        byte[] sent = new byte[count * bytes], found = new byte[count * bytes];
        new Random(1).NextBytes(sent);
        byte[] kept = [.. sent];
        driver.WriteBlock(0x300, width, sent);
        Assert.Equal(kept, sent);
        Assert.Equal(transitions, driver.Transitions);
        Assert.Equal(Enumerable.Range(0, count).Select(i => new PortAccess(true, 0x300, width, Value(sent, i, bytes))), _cells.Log);

        driver.ReadBlock(CellPorts.Counting, PortWidth.Bits8, found.AsSpan(0, count));
        Assert.Equal(Enumerable.Range(0, count).Select(i => (byte)i), found.Take(count));
    }

    /// <summary>One handle runs one program at a time; threads wait for each other.</summary>
    [Fact]
    public void Many_threads_use_one_handle()
    {
        using DriverBackend driver = Granted();
        Parallel.For(0, 8, thread =>
        {
            ushort port = (ushort)(0x300 + (4 * thread));
            for (uint i = 0; i < 2000; i++)
            {
                driver.Write(port, PortWidth.Bits32, i);
                Assert.Equal(i, driver.Read(port, PortWidth.Bits32));
            }
        });
        Assert.Equal(8 * 2000 * 2, driver.Transitions);
    }

    /// <summary>What the backend would let through, the driver does not: it has its own list of what was claimed.</summary>
    [Fact]
    public void The_driver_keeps_to_the_claim()
    {
        using DriverBackend driver = Granted();
        PortAccessException refused = Assert.Throws<PortAccessException>(() => driver.Read(0x400, PortWidth.Bits8));
        Assert.Equal((PortRefusal.NotGranted, new PortAccess(false, 0x400, PortWidth.Bits8, 0)), (refused.Reason, refused.Access));
        Assert.Equal(PortRefusal.NotGranted, Assert.Throws<PortAccessException>(() => driver.Write(0x3FD, PortWidth.Bits32, 1)).Reason);
        Assert.Empty(_cells.Log);
    }

    [Fact]
    public void A_refused_operation_is_named_and_nothing_ran()
    {
        using DriverBackend driver = Granted();
        PortOperation[] program = [PortOperation.Out(0x300, PortWidth.Bits8, 1), PortOperation.Delay(TimeSpan.FromTicks(1)), PortOperation.In(0x400, PortWidth.Bits16)];
        PortAccessException refused = Assert.Throws<PortAccessException>(() => driver.Run(program));
        Assert.Equal(2, refused.Operation);
        Assert.StartsWith("Reading port 0x400 (16 bits), operation 2 of its program, was refused: ", refused.Message, StringComparison.Ordinal);
        Assert.All(program, each => Assert.False(each.HasRun));
    }

    /// <summary>A value that is only known when it is written: the operations before have run, and say so.</summary>
    [Fact]
    public void A_value_that_nobody_may_write()
    {
        CoreDriver core = new(_cells, new PortRange(0x60, 0x64), new PortRange(0x300, 0x3FF));
        using DriverBackend driver = core.Backend();
        driver.Grant(PortClaim.At("Keyboard", 0x64, (0, 0)));
        PortAccessException reset = Assert.Throws<PortAccessException>(() => driver.Write(0x64, PortWidth.Bits8, 0xFE));
        Assert.Equal(PortRefusal.NoPermission, reset.Reason);
        Assert.Contains("such a value there (pulse the low lines of the output port", reset.Cause, StringComparison.Ordinal);

        driver.Grant(s_claim);
        _cells.Write(0x300, PortWidth.Bits8, 0xFE);
        PortOperation[] program = [PortOperation.In(0x300, PortWidth.Bits8), PortOperation.Out(0x64, PortWidth.Bits8, 0, from: 0, keep: 0xFF)];
        PortAccessException refused = Assert.Throws<PortAccessException>(() => driver.Run(program));
        Assert.Equal((PortRefusal.NoPermission, 1, new PortAccess(true, 0x64, PortWidth.Bits8, 0xFE)), (refused.Reason, refused.Operation, refused.Access));
        Assert.Equal((true, false), (program[0].HasRun, program[1].HasRun));
        Assert.DoesNotContain(_cells.Log, access => access.Port == 0x64);
    }

    [Fact]
    public void A_system_that_does_not_answer()
    {
        CoreDriver core = new(_cells, new PortRange(0x300, 0x3FF));
        CoreDriver.CoreChannel channel = core.Open();
        using DriverBackend driver = new(() => channel);
        driver.Grant(s_claim);
        channel.Errors[DriverAbi.Run] = 4;
        PortAccessException refused = Assert.Throws<PortAccessException>(() => driver.Read(0x300, PortWidth.Bits8));
        Assert.Equal((PortRefusal.Transport, "the core answered with error 4 of the system."), (refused.Reason, refused.Cause));
        Assert.Equal(PortRefusal.Transport, Assert.Throws<PortAccessException>(() => driver.ReadBlock(0x300, PortWidth.Bits8, new byte[4])).Reason);
    }

    [Fact]
    public void After_the_end_it_is_disposed()
    {
        DriverBackend driver = Granted();
        driver.Dispose();
        Assert.Throws<ObjectDisposedException>(() => driver.Read(0x300, PortWidth.Bits8));
    }

    DriverBackend Granted()
    {
        DriverBackend driver = new CoreDriver(_cells, new PortRange(0x300, 0x3FF)).Backend();
        driver.Grant(s_claim);
        return driver;
    }

    static uint Value(byte[] values, int index, int bytes)
    {
        uint value = 0;
        for (int i = bytes - 1; i >= 0; i--)
        {
            value = (value << 8) | values[(index * bytes) + i];
        }

        return value;
    }
}
