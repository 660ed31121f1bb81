using RegGen.Backends;
using RegGen.Testing;
using RegGen.Tracing;
using static RegGen.Devices.I8254;

namespace RegGen.Devices.Tests;

/// <summary>devices/i8254 against QEMU's timer, whose time stands still, and against the datasheet's command words.</summary>
public sealed class I8254Tests
{
    [Fact]
    public void Identity()
    {
        using I8254 timer = Open(Bases.Pc, Machine.Start());

        timer.SetCounter2(Mode.RateGenerator, 0x1234);

        // Nobody has programmed counter 0 of this machine: its firmware has not run.
        Assert.False(timer.Identify());
        timer.SetCounter0(Mode.SquareWave, 0);
        Assert.True(timer.Identify());
        Assert.False(TryOpen(0x240, out _, out string? difference, Machine.Start()));
        Assert.Contains("STATUS0.Mode", difference, StringComparison.Ordinal);

        // Only an 8254 has the read-back command; an 8253 would answer with a byte of the count.
        Status2Value state = timer.Status2.Read();
        Assert.Equal((Transfer.LowHigh, Mode.RateGenerator, Format.Binary), (state.Transfer, state.Mode, state.Format));
    }

    [Fact]
    public void Round_trip()
    {
        using I8254 timer = Open(Bases.Pc, Machine.Start());

        timer.SetCounter2(Mode.RateGenerator, 0x1234);
        timer.SetCounter1(Mode.RateGenerator, 0x00FE);

        Assert.Equal((0x34, 0x12), Bytes(timer.LatchCounter2()));
        LatchCounter1Result first = timer.LatchCounter1();
        Assert.Equal((0xFE, 0x00), (first.Low, first.High));

        static (int Low, int High) Bytes(LatchCounter2Result count) => (count.Low, count.High);
    }

    [Fact]
    public void Each_counter_shows_its_state_once_and_then_its_count()
    {
        using I8254 timer = Open(Bases.Pc, Machine.Start());

        timer.SetCounter0(Mode.SquareWave, 0x0456);
        timer.SetCounter1(Mode.RateGenerator, 0x0012);
        timer.SetCounter2(Mode.TerminalCount, 0x1234);

        Assert.Equal((Mode.SquareWave, Transfer.LowHigh), (timer.Status0.Read().Mode, timer.Status0.Read().Transfer));
        Assert.Equal(Mode.RateGenerator, timer.Status1.Read().Mode);
        Status2Value state = timer.Status2.Read();
        Assert.Equal((Mode.TerminalCount, false), (state.Mode, state.Output));
        LatchCounter2Result count = timer.LatchCounter2();
        Assert.Equal((0x34, 0x12), (count.Low, count.High));
    }

    [Fact]
    public void Every_mode_and_transfer_is_told_by_the_state()
    {
        using I8254 timer = Open(Bases.Pc, Machine.Start());

        foreach (Mode mode in Enumerable.Range(0, 6).Select(code => (Mode)code))
        {
            foreach (Transfer transfer in (Transfer[])[Transfer.Low, Transfer.High, Transfer.LowHigh])
            {
                timer.Control.Write(counter: Counter.Counter1, transfer: transfer, mode: mode, format: Format.Bcd);
                Status1Value state = timer.Status1.Read();
                Assert.Equal((transfer, mode, Format.Bcd), (state.Transfer, state.Mode, state.Format));
            }
        }
    }

    [Fact]
    public void The_command_words_are_the_datasheets()
    {
        // Read-back D3 D2 = 11 with the inverted bits D5 and D4, latch D5 D4 = 00, control words with another D5 D4.
        ScriptedBackend script = new ScriptedBackend().Writes(0x43, 0xC2).Writes(0x43, 0xE8).Writes(0x43, 0x80).Writes(0x43, 0xB6);
        using I8254 timer = Open(Bases.Pc, script);

        timer.ReadBack.Write(count: Latching.Take, status: Latching.Take, of0: true);
        timer.ReadBack.Write(status: Latching.Take, of2: true);
        timer.Latch.Write(counter: Counter.Counter2);
        timer.Control.Write(counter: Counter.Counter2, transfer: Transfer.LowHigh, mode: Mode.SquareWave);

        script.Finish();
    }

    [Fact]
    public void A_trace_tells_the_commands_apart()
    {
        var backend = new SimulatedBackend();
        backend.Add(Map, Bases.Pc);
        using I8254 timer = Open(Bases.Pc, backend);
        List<string> lines = [];
        using IDisposable trace = timer.Bus.Trace(lines.Add, new TracedDevice("PIT", Map, Bases.Pc));

        timer.SetCounter0(Mode.SquareWave, 1193);
        timer.LatchCounter0();
        timer.Status0.Read();
        timer.Counter0.Read();

        Assert.Equal(
            ["PIT.CONTROL", "PIT.COUNTER0", "PIT.COUNTER0", "PIT.LATCH", "PIT.COUNTER0", "PIT.COUNTER0", "PIT.READ_BACK", "PIT.STATUS0", "PIT.COUNTER0"],
            lines.Select(line => line.Split(' ')[0]));
    }
}
