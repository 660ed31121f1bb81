using System.Diagnostics;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Driver.Tests.Backend;

/// <summary>What waits: in the driver as long as it lets a program, cut where it takes longer.</summary>
[Collection(nameof(CoreDriver))]
public sealed class TimeTests : IDisposable
{
    static readonly PortRange s_all = new(0x300, 0x3FF);

    readonly CellPorts _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public void A_short_poll_is_one_transition()
    {
        PortOperation[] program = Poll(CellPorts.Counting, until: 20, TimeSpan.FromMilliseconds(40));
        Assert.Equal(1, Run(program, out _));
        Assert.Equal((20UL, 0UL), (program[0].Result, program[1].Result));
    }

    /// <summary>The driver ends a program after 100 ms: the poll goes on in the next one, and ends when its own time is over.</summary>
    [Fact]
    public void A_poll_that_takes_longer_than_a_program_may_is_sent_again()
    {
        PortOperation[] program = Poll(0x300, until: 1, TimeSpan.FromMilliseconds(180));
        Assert.InRange(Run(program, out TimeSpan took), 4, 8);
        Assert.Equal(1UL, program[1].Result);
        Assert.True(took >= TimeSpan.FromMilliseconds(180), $"It gave up after {took}.");
        Assert.Equal(TimeSpan.FromMilliseconds(180), program[1].Time);
    }

    [Fact]
    public void A_long_poll_ends_with_its_condition()
    {
        PortOperation[] program = [.. Poll(CellPorts.Counting, until: 200, TimeSpan.FromSeconds(30)), PortOperation.Out(0x301, PortWidth.Bits8, 0, from: 0, keep: 0xFF)];
        Assert.InRange(Run(program, out TimeSpan took), 2, 9);
        Assert.Equal((200UL, 0UL, 200UL), (program[0].Result, program[1].Result, program[2].Result));
        Assert.True(took < TimeSpan.FromSeconds(30), $"It took {took}.");
    }

    /// <summary>A long delay is waited out here, where other programs can run meanwhile.</summary>
    [Fact]
    public void A_long_delay_is_no_program()
    {
        PortOperation[] program =
        [
            PortOperation.Out(0x300, PortWidth.Bits8, 1), PortOperation.Delay(TimeSpan.FromMilliseconds(120)), PortOperation.Out(0x300, PortWidth.Bits8, 2),
        ];
        Assert.Equal(2, Run(program, out TimeSpan took));
        Assert.True(took >= TimeSpan.FromMilliseconds(120), $"It took {took}.");
        Assert.All(program, each => Assert.True(each.HasRun));
    }

    [Fact]
    public void Short_delays_go_with_their_program()
    {
        PortOperation[] program =
        [
            PortOperation.Out(0x300, PortWidth.Bits8, 1), PortOperation.Delay(TimeSpan.FromMilliseconds(20)), PortOperation.Out(0x300, PortWidth.Bits8, 2),
        ];
        Assert.Equal(1, Run(program, out TimeSpan took));
        Assert.True(took >= TimeSpan.FromMilliseconds(20), $"It took {took}.");
    }

    /// <summary>Two waits that together are too long are two programs.</summary>
    [Fact]
    public void Waits_add_up()
    {
        PortOperation[] program =
        [
            .. Enumerable.Range(0, 4).SelectMany(i => new[] { PortOperation.Out(0x300, PortWidth.Bits8, (ulong)i), PortOperation.Delay(TimeSpan.FromMilliseconds(20)) }),
        ];
        Assert.Equal(2, Run(program, out TimeSpan took));
        Assert.True(took >= TimeSpan.FromMilliseconds(80), $"It took {took}.");
        Assert.Equal([0u, 1u, 2u, 3u], _cells.Log.Select(access => access.Value));
    }

    /// <summary>A loop with so many turns of a wait that the driver would end it runs step by step.</summary>
    [Fact]
    public void A_loop_of_waits_that_is_too_long_is_stepped_through()
    {
        PortOperation[] program =
        [
            PortOperation.In(CellPorts.Counting, PortWidth.Bits8), PortOperation.Delay(TimeSpan.FromMilliseconds(15)),
            PortOperation.Branch(0, 0, keep: 0xFF, value: 7, unless: true, times: 20),
        ];
        Run(program, out TimeSpan took);
        Assert.Equal((7UL, 0UL), (program[0].Result, program[2].Result));
        Assert.Equal(8, _cells.Log.Count);
        Assert.True(took >= TimeSpan.FromMilliseconds(120), $"It took {took}.");
    }

    static PortOperation[] Poll(ushort port, byte until, TimeSpan time) =>
        [PortOperation.In(port, PortWidth.Bits8), PortOperation.Branch(0, 0, keep: 0xFF, value: until, unless: true, time)];

    long Run(PortOperation[] program, out TimeSpan took)
    {
        using DriverBackend driver = new CoreDriver(_cells, s_all).Backend();
        driver.Grant(PortClaim.At("Cells", 0x300, (0, 0xFF)));
        long start = Stopwatch.GetTimestamp();
        driver.Run(program);
        took = Stopwatch.GetElapsedTime(start);
        return driver.Transitions;
    }
}
