using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Recording;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Recording;

public sealed class ReplayTests
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8), Rtc = new("RTC", SampleMaps.Cmos, 0x70);

    [Fact]
    public void The_same_program_gets_the_same_answers()
    {
        PortRecording recording = Record(Drive);
        var replay = new ReplayBackend(recording, ReplayMode.Strict, Com2, Rtc);
        using (PortBus bus = Open(replay))
        {
            Assert.Equal((0x0180, 0x30), Drive(bus));
            Assert.Equal(0, replay.Remaining);
        }

        replay.Finish();
    }

    [Fact]
    public void Another_program_is_told_where_and_how_it_differs()
    {
        PortRecording recording = Record(Drive);
        var replay = new ReplayBackend(recording, ReplayMode.Strict, Com2, Rtc);
        using PortBus bus = Open(replay);
        var uart = new SampleUart(bus, 0x2F8);
        uart.Divisor.Write(0x0180);
        var error = Assert.Throws<ReplayException>(() => uart.Lcr.Write(new(0x1B)));

        Assert.Equal((6, 7), (error.Position, error.Line));
        Assert.Equal(
            "session(7): access 6 of 12: recorded was COM2.LCR -> 0x00, but the program did COM2.LCR <- 0x1B WordLength=Eight undeclared=0x18.\n" +
            "     expected                    actual\n" +
            "     ... 1 more\n" +
            "   2 COM2.LCR <- 0x80 Dlab=1     COM2.LCR <- 0x80 Dlab=1\n" +
            "   3 COM2.DLL <- 0x80            COM2.DLL <- 0x80\n" +
            "   4 COM2.DLM <- 0x01            COM2.DLM <- 0x01\n" +
            "   5 COM2.LCR <- 0x00            COM2.LCR <- 0x00\n" +
            ">  6 COM2.LCR -> 0x00            COM2.LCR <- 0x1B WordLength=Eight undeclared=0x18\n" +
            "   7 COM2.LCR <- 0x80 Dlab=1\n" +
            "   8 COM2.DLM -> 0x01\n" +
            "   9 COM2.DLL -> 0x80\n" +
            "  10 COM2.LCR <- 0x00\n" +
            "     ... 2 more",
            error.Message);

        // What swallows it meets it again.
        Assert.Same(error, Assert.Throws<ReplayException>(() => bus.In8(0x2FF)));
        Assert.Same(error, Assert.Throws<ReplayException>(replay.Finish));
    }

    [Fact]
    public void What_was_not_repeated_is_missed()
    {
        var replay = new ReplayBackend(Record(Drive), ReplayMode.Strict, Com2, Rtc);
        using (PortBus bus = Open(replay))
        {
            new SampleUart(bus, 0x2F8).Divisor.Write(0x0180);
        }

        var error = Assert.Throws<ReplayException>(replay.Finish);
        Assert.StartsWith("session(7): access 6 of 12: recorded was COM2.LCR -> 0x00, but the program did nothing more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_on_behind_the_end_is_told()
    {
        var replay = new ReplayBackend(Record(bus => bus.In8(0x2FF)));
        using PortBus bus = Open(replay);
        bus.In8(0x2FF);
        var error = Assert.Throws<ReplayException>(() => bus.In8(0x2FF));
        Assert.Equal((2, null), (error.Position, error.Line));
        Assert.StartsWith("session: access 2 of 1: recorded was nothing more, but the program did 0x2FF -> ?.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_poll_that_was_late_is_late_again()
    {
        // The clock that was recorded is real; 40 ms are over in the replay as soon as the recorded accesses are.
        PortRecording recording = Record(bus => Assert.Throws<TimeoutException>(() => Poll(bus)));
        Assert.InRange(recording.Accesses.Count, 2, int.MaxValue);
        var replay = new ReplayBackend(recording, ReplayMode.Strict, Com2, Rtc);
        using (PortBus bus = Open(replay))
        {
            Assert.Throws<TimeoutException>(() => Poll(bus));
        }

        static void Poll(PortBus bus) => new SampleUart(bus, 0x2F8).Lsr.WaitUntil(TimeSpan.FromMilliseconds(40), new FieldBits(0x01, 0x01));
    }

    [Fact]
    public void Ports_that_were_not_recorded_are_not_granted()
    {
        var refusal = Assert.Throws<PortAccessException>(() => PortBus.Open(new ReplayBackend(Record(Drive)), SampleUart.Claim(0x3F8)));
        Assert.Equal(PortRefusal.NotGranted, refusal.Reason);
        Assert.Equal("The claim of SampleUart at 0x3F8 (0x3F8-0x3FF) was refused: session is a recording of 0x2F8-0x2FF, 0x70-0x71, and 0x3F8-0x3FF is not among them. "
            + "Replay a recording of this device at this base, or record it.", refusal.Message);
    }

    [Fact]
    public void A_device_that_was_not_recorded_is_refused()
    {
        PortRecording recording = Record(Drive);
        DeviceMap changed = SampleMaps.Uart with { Registers = [.. SampleMaps.Uart.Registers.Skip(1)] };
        Refused("session(1): The recording has no device COM1; it has COM2, RTC. Replay a recording of this device, or call it as the recording does.",
            new TracedDevice("COM1", SampleMaps.Uart, 0x3F8));
        Refused("session(1): COM2 was recorded as a SampleUart, and is a SampleCmos. Replay a recording of this device.", new TracedDevice("COM2", SampleMaps.Cmos, 0x2F8));
        Refused("session(1): COM2 was recorded at 0x2F8, and is at 0x3F8. Replay a recording of this device at this base.", new TracedDevice("COM2", SampleMaps.Uart, 0x3F8));
        Refused("session(1): COM2 was recorded with another description of SampleUart: registers or fields have changed since. Record the session again, or replay it without naming the device.",
            new TracedDevice("COM2", changed, 0x2F8));

        void Refused(string message, TracedDevice device) =>
            Assert.Equal(message, Assert.Throws<RecordingException>(() => new ReplayBackend(recording, ReplayMode.Strict, device)).Message);
    }

    [Fact]
    public void By_register_the_order_among_registers_is_free()
    {
        var replay = new ReplayBackend(Record(Drive), ReplayMode.ByRegister, Com2, Rtc);
        using PortBus bus = Open(replay);
        Assert.Equal(0x30, new SampleCmos(bus).Seconds.Read());
        Assert.Equal(0x30, new SampleCmos(bus).Seconds.Read());
        var uart = new SampleUart(bus, 0x2F8);
        uart.Divisor.Write(0x0180);
        Assert.Equal(0x0180, uart.Divisor.Read());
        replay.Finish();
    }

    [Fact]
    public void By_register_a_poll_may_take_more_turns_and_a_write_goes_on()
    {
        byte[] answers = [0x00, 0x00, 0x60, 0x61];
        int next = 0;
        PortRecording recording = Record(bus =>
        {
            bus.In8(0x2FD);
            bus.In8(0x2FD);
            bus.Out8(0x2FF, 0x11);
            bus.In8(0x2FD);
            bus.In8(0x2FD);
            bus.Out8(0x2FF, 0x22);
        }, uart => uart.On("LSR").Read(_ => answers[next++]));

        using PortBus bus = Open(new ReplayBackend(recording, ReplayMode.ByRegister, Com2));
        Assert.Equal([0x00, 0x00, 0x60, 0x61, 0x61, 0x61], Enumerable.Range(0, 6).Select(_ => (int)bus.In8(0x2FD)));
        bus.Out8(0x2FF, 0x22);
        bus.Out8(0x2FF, 0x11);
        var error = Assert.Throws<ReplayException>(() => bus.Out8(0x2FF, 0x33));
        Assert.Equal("session: access 9 of the program, COM2.SCR <- 0x33: in the recording it was written 0x11, 0x22.", error.Message);
    }

    [Fact]
    public void By_register_what_was_never_accessed_is_a_divergence()
    {
        PortRecording recording = Record(bus => bus.Out8(0x2FF, 1));
        Assert.Equal("session: access 1 of the program, COM2.LSR -> ?: the recording has no access of it.", Differing(bus => bus.In8(0x2FD)));
        Assert.Equal("session: access 1 of the program, COM2.SCR -> ?: it was never read in the recording.", Differing(bus => bus.In8(0x2FF)));
        Assert.Equal("session: access 2 of the program, COM2.DLL -> ?: the recording has no access of it.", Differing(bus =>
        {
            bus.Out8(0x2FB, 0x80);
            bus.In8(0x2F8);
        }));

        string Differing(Action<PortBus> act)
        {
            using PortBus bus = Open(new ReplayBackend(recording, ReplayMode.ByRegister, Com2));
            return Assert.Throws<ReplayException>(() => act(bus)).Message;
        }
    }

    static (int Divisor, int Seconds) Drive(PortBus bus)
    {
        var uart = new SampleUart(bus, 0x2F8);
        uart.Divisor.Write(0x0180);
        return (uart.Divisor.Read(), new SampleCmos(bus).Seconds.Read());
    }

    static PortRecording Record<T>(Func<PortBus, T> act) => Record(bus => { act(bus); });

    static PortRecording Record(Action<PortBus> act, Action<RegGen.Simulation.SimulatedDevice>? prepare = null)
    {
        var backend = new SimulatedBackend();
        RegGen.Simulation.SimulatedDevice uart = backend.Add(SampleMaps.Uart, 0x2F8);
        prepare?.Invoke(uart);
        backend.Add(SampleMaps.Cmos, 0x70)["Cmos.Seconds"] = 0x30;
        var text = new StringWriter();
        using (PortBus bus = Open(backend))
        using (bus.Record(text, Com2, Rtc))
        {
            act(bus);
        }

        return PortRecording.Read(new StringReader(text.ToString()), "session");
    }

    static PortBus Open(PortBackend backend) => PortBus.Open(backend, SampleUart.Claim(0x2F8), SampleCmos.Claim());
}
