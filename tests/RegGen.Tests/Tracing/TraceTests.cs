using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Tracing;

public sealed class TraceTests : IDisposable
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8), Rtc = new("RTC", SampleMaps.Cmos, 0x70),
        Timer = new("TIMER", SampleMaps.Timer, 0x300);

    readonly List<string> _lines = [];
    readonly SimulatedBackend _backend = new();
    readonly PortBus _bus;

    public TraceTests()
    {
        _backend.Add(SampleMaps.Uart, 0x2F8);
        _backend.Add(SampleMaps.Cmos, 0x70);
        _backend.Add(SampleMaps.Timer, 0x300);
        _bus = PortBus.Open(_backend, SampleUart.Claim(0x2F8), SampleCmos.Claim(), PortClaim.At("More", 0x300, (0, 15)));
    }

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void A_line_names_device_register_value_and_fields()
    {
        Trace(() =>
        {
            _bus.Out8(0x2FB, 0x83);
            _bus.In8(0x2FD);
            _bus.Out8(0x2FF, 0x5A);
        });
        Expect("COM2.LCR <- 0x83 WordLength=Eight Dlab=1", "COM2.LSR -> 0x60 HoldingEmpty=1 TransmitterEmpty=1", "COM2.SCR <- 0x5A");
    }

    [Fact]
    public void Registers_of_one_port_go_by_direction_and_by_the_bank_that_was_selected()
    {
        Trace(() =>
        {
            _bus.Out8(0x2F8, 0x41);
            _bus.In8(0x2F8);
            new SampleUart(_bus, 0x2F8).Divisor.Write(0x0180);
            _bus.Out8(0x2F8, 0x42);
        });
        Expect(
            "COM2.THR <- 0x41", "COM2.RBR -> 0x00",
            "COM2.LCR -> 0x00", "COM2.LCR <- 0x80 Dlab=1", "COM2.DLL <- 0x80", "COM2.DLM <- 0x01", "COM2.LCR <- 0x00",
            "COM2.THR <- 0x42");
    }

    [Fact]
    public void A_selecting_register_that_was_read_is_followed_too()
    {
        _backend.Devices[0]["LCR"] = 0x83;
        Trace(() =>
        {
            _bus.In8(0x2F9);
            _bus.In8(0x2FB);
            _bus.In8(0x2F9);
        });
        Expect("COM2.IER -> 0x00", "COM2.LCR -> 0x83 WordLength=Eight Dlab=1", "COM2.DLM -> 0x00");
    }

    [Fact]
    public void A_window_register_goes_by_the_index_that_was_written()
    {
        _backend.Devices[1]["Cmos.Seconds"] = 0x30;
        var cmos = new SampleCmos(_bus);
        Trace(() =>
        {
            cmos.Index.Modify(SampleCmos.IndexValue.NmiDisable);
            cmos.Seconds.Read();
            cmos.RegisterB.Modify(SampleCmos.ModeValue.Set);
        });
        Expect(
            "RTC.INDEX <- 0x80 NmiDisable=1",
            "RTC.INDEX <- 0x80 NmiDisable=1", "RTC.Cmos.Seconds -> 0x30",
            "RTC.INDEX <- 0x8B Address=11 NmiDisable=1", "RTC.Cmos.RegisterB -> 0x00", "RTC.Cmos.RegisterB <- 0x80 Set=1");
    }

    [Fact]
    public void An_index_without_a_description_shows_as_a_number()
    {
        Trace(() =>
        {
            _bus.Out8(0x70, 0x2F);
            _bus.In8(0x71);
        });
        Expect("RTC.INDEX <- 0x2F Address=47", "RTC.Cmos[0x2F] -> 0xFF");
    }

    [Fact]
    public void What_no_register_answers_shows_as_port_and_width()
    {
        Trace(() =>
        {
            _bus.In8(0x2FC);
            _bus.In8(0x308);
            _bus.Out16(0x308, 0x12);
            _bus.In32(0x308);
            _bus.In16(0x2FE);
        });
        Expect("0x2FC -> 0xFF", "0x308 -> 0xFF", "0x308/16 <- 0x0012", "0x308/32 -> 0xFFFFFFFF", "0x2FE/16 -> 0x00FF");
    }

    [Fact]
    public void Wide_registers_show_their_whole_word_and_undeclared_bits_show()
    {
        Trace(() =>
        {
            _bus.Out32(0x300, 0x4);
            _bus.In16(0x304);
            _bus.Out8(0x306, 0x08);
        });
        Expect("TIMER.ADDRESS <- 0x00000004", "TIMER.COUNT -> 0x0000", "TIMER.STATUS <- 0x08 undeclared=0x8");
    }

    [Fact]
    public void Before_anything_is_seen_the_reset_value_selects()
    {
        DeviceMap uart = SampleMaps.Uart;
        DeviceMap map = uart with
        {
            Registers = [.. uart.Registers.Select(register => register.Name == "LCR" ? register with { Reset = 0x80 } : register)],
        };
        using (_bus.Trace(_lines.Add, new TracedDevice("COM2", map, 0x2F8)))
        {
            _bus.In8(0x2F8);
        }

        Expect("COM2.DLL -> 0x00");
    }

    [Fact]
    public void A_trace_ends_when_it_is_disposed()
    {
        Trace(() => _bus.In8(0x2FF));
        _bus.In8(0x2FF);
        Expect("COM2.SCR -> 0x00");
    }

    [Fact]
    public void A_line_comes_in_parts_for_a_printer_that_colours()
    {
        List<TraceLine> lines = [];
        using (_bus.TraceLines(lines.Add, Com2, Rtc))
        {
            _bus.Out8(0x2FB, 0x83);
            _bus.In8(0x2FF);
            _bus.In8(0x71);
            _bus.In16(0x308);
        }

        Assert.Equal(
            [
                ("COM2", "LCR", "COM2.LCR", "<-", "0x83", "WordLength=Eight Dlab=1"),
                ("COM2", "SCR", "COM2.SCR", "->", "0x00", ""),
                ("RTC", "Cmos.Seconds", "RTC.Cmos.Seconds", "->", "0x00", ""),
                (null, null, "0x308/16", "->", "0xFFFF", ""),
            ],
            lines.Select(line => (line.Device, line.Register, line.Place, line.Arrow, line.Value, line.Fields)));
        Assert.Equal(new PortAccess(true, 0x2FB, PortWidth.Bits8, 0x83), lines[0].Access);
    }

    void Trace(Action act)
    {
        using (_bus.Trace(_lines.Add, Com2, Rtc, Timer))
        {
            act();
        }
    }

    void Expect(params string[] lines) => Assert.Equal(lines, _lines);
}
