using RegGen.Backends;
using RegGen.Tracing;

namespace RegGen.Testing.Tests;

public sealed class TraceLogTests
{
    static readonly TracedDevice Com2 = new("COM2", Uart16550.Map, 0x2F8);

    [Fact]
    public void A_trace_is_compared_with_its_snapshot()
    {
        using Uart16550 uart = Open();
        using var trace = TraceLog.Of(uart.Bus, Com2);
        uart.Divisor.Write(12);
        uart.Lcr.Write(wordLength: Uart16550.WordLength.Eight);
        Snapshot.Verify(trace);
    }

    [Fact]
    public void It_ends_when_it_is_disposed_and_keeps_its_lines()
    {
        using Uart16550 uart = Open();
        TraceLog trace;
        using (trace = TraceLog.Of(uart.Bus, TraceFilter.Parse("writes"), Com2))
        {
            uart.Scr.Write(1);
            uart.Scr.Read();
        }

        uart.Scr.Write(2);
        Assert.Equal("COM2.SCR <- 0x01\n", trace.ToString());
        Assert.Equal(new PortAccess(true, 0x2FF, PortWidth.Bits8, 1), Assert.Single(trace.Lines).Access);
    }

    [Fact]
    public void Every_snapshot_here_has_its_test() => Snapshot.VerifyNoOrphans(typeof(TraceLogTests).Assembly);

    static Uart16550 Open()
    {
        var backend = new SimulatedBackend();
        backend.Add(Uart16550.Map, 0x2F8);
        return Uart16550.Open(0x2F8, backend);
    }
}
