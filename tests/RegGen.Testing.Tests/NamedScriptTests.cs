using RegGen.Backends;
using RegGen.Tracing;

namespace RegGen.Testing.Tests;

/// <summary>Scripts by the datasheet's names.</summary>
public sealed class NamedScriptTests
{
    static readonly TracedDevice Com2 = new("COM2", Uart16550.Map, 0x2F8), Rtc = new("RTC", Mc146818.Map, 0x70), Pci = new("PCI", PciConfig.Map, 0xCF8);

    [Fact]
    public void Steps_are_given_by_register_and_word_or_fields()
    {
        var script = new ScriptedBackend(Com2)
            .Reads("LCR", 0x03)
            .Writes("LCR", "WordLength=Eight Dlab=1")
            .Writes("DLL", 12)
            .Writes("COM2.DLM", 0)
            .Writes("LCR", "WordLength=Eight")
            .Reads("LSR", "TransmitterEmpty=1 HoldingEmpty=1");
        using (Uart16550 uart = Uart16550.Open(0x2F8, script))
        {
            uart.Divisor.Write(12);
            Assert.Equal(0x60, uart.Lsr.Read().Raw);
        }

        script.Finish();
    }

    [Fact]
    public void A_trace_is_a_script()
    {
        using var simulated = new SimulatedBackend();
        simulated.Add(Uart16550.Map, 0x2F8);
        simulated.Add(Mc146818.Map, 0x70)["Cmos.Seconds"] = 0x59;
        var lines = new List<string>();
        using (var bus = PortBus.Open(simulated, Uart16550.Claim(0x2F8), Mc146818.Claim()))
        using (bus.Trace(lines.Add, Com2, Rtc))
        {
            Drive(bus);
        }

        var script = new ScriptedBackend(Com2, Rtc).Expect(string.Join('\n', lines));
        using (var bus = PortBus.Open(script, Uart16550.Claim(0x2F8), Mc146818.Claim()))
        {
            Assert.Equal(59, Drive(bus));
        }

        script.Finish();

        static int Drive(PortBus bus)
        {
            var uart = new Uart16550(bus, 0x2F8);
            uart.Divisor.Write(12);
            uart.Fcr.Write(enable: true, trigger: Uart16550.Trigger.Eight);
            uart.Msr.Read();
            bus.Out8(0x2FF, 1);
            return new Mc146818(bus).Cmos.Seconds.Read();
        }
    }

    [Fact]
    public void Registers_behind_windows_are_told_by_what_was_chosen()
    {
        var script = new ScriptedBackend(Rtc).Expect("""
            RTC.INDEX <- Address=11        # register B
            RTC.Cmos.RegisterB -> HourMode=Hours24

            # by port
            0x70 <- 0x00
            0x71 -> 0x59
            """);
        using (Mc146818 rtc = Mc146818.Open(0x70, script))
        {
            Assert.Equal(Mc146818.HourMode.Hours24, rtc.Cmos.RegisterB.Read().HourMode);
            Assert.Equal(0x59, rtc.Cmos.Seconds.ReadRaw());
        }

        script.Finish();
    }

    [Fact]
    public void Wide_registers_and_sets_of_them_have_their_names_too()
    {
        var script = new ScriptedBackend(Pci)
            .Writes(0xCF8, 0x80000800, PortWidth.Bits32)
            .Reads(0xCFC, 0x8086, PortWidth.Bits16)
            .Writes(0xCF8, 0x80000800, PortWidth.Bits32)
            .Reads("Config(0,1,0).DEVICE_ID", 0x7000);
        using var bus = PortBus.Open(script, PciConfig.Claim());
        bus.Out32(0xCF8, 0x80000800);
        Assert.Equal(0x8086, bus.In16(0xCFC));
        bus.Out32(0xCF8, 0x80000800);
        Assert.Equal(0x7000, bus.In16(0xCFE));
        script.Finish();
    }

    [Fact]
    public void A_difference_is_told_by_names_and_by_fields()
    {
        var script = new ScriptedBackend(Com2).Reads("LCR", 0).Writes("LCR", "WordLength=Eight Dlab=1").Writes("DLL", 12);
        using Uart16550 uart = Uart16550.Open(0x2F8, script);
        var difference = Assert.Throws<ScriptMismatchException>(() => uart.Lcr.Modify(wordLength: Uart16550.WordLength.Seven, dlab: true));
        Assert.Equal(2, difference.Position);
        Assert.Equal(
            "Access 2 of 3: expected COM2.LCR <- 0x83 WordLength=Eight Dlab=1, but was COM2.LCR <- 0x82 WordLength=Seven Dlab=1. WordLength is Seven, not Eight.\n" +
            "     expected                                  actual\n" +
            "   1 COM2.LCR -> 0x00                          COM2.LCR -> 0x00\n" +
            ">  2 COM2.LCR <- 0x83 WordLength=Eight Dlab=1  COM2.LCR <- 0x82 WordLength=Seven Dlab=1\n" +
            "   3 COM2.DLL <- 0x0C",
            difference.Message);
    }

    [Fact]
    public void The_wrong_bank_is_another_register()
    {
        var script = new ScriptedBackend(Com2).Writes("THR", 0x41);
        using var bus = PortBus.Open(script, Uart16550.Claim(0x2F8));
        script.Writes("LCR", "Dlab=1");
        bus.Out8(0x2F8, 0x41);
        bus.Out8(0x2FB, 0x80);
        script.Writes("THR", 0x42);
        var difference = Assert.Throws<ScriptMismatchException>(() => bus.Out8(0x2F8, 0x42));
        Assert.StartsWith("Access 3 of 3: expected COM2.THR <- 0x42, but was COM2.DLL <- 0x42.\n", difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_are_not_named_may_be_left_open()
    {
        var script = new ScriptedBackend(Com2).Writes("MCR", "Loop=1 *");
        script.Write(0x2FC, PortWidth.Bits8, 0x1B);
        script.Finish();

        script = new ScriptedBackend(Com2).Writes("MCR", "Loop=1 *");
        var difference = Assert.Throws<ScriptMismatchException>(() => script.Write(0x2FC, PortWidth.Bits8, 0x0B));
        Assert.Contains("expected COM2.MCR <- 0x10 Loop=1 *, but was COM2.MCR <- 0x0B Dtr=1 Rts=1 Out2=1. Loop is 0, not 1.", difference.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_whose_digits_depend_on_a_mode_are_given_by_their_word()
    {
        var script = new ScriptedBackend(Rtc).Expect("""
            RTC.INDEX <- Address=0
            RTC.Cmos.Seconds -> 0x59 =59 s
            """);
        using Mc146818 rtc = Mc146818.Open(0x70, script);
        Assert.Equal(0x59, rtc.Cmos.Seconds.ReadRaw());
        script.Finish();
        Assert.Equal("Whether RTC.Cmos.Seconds has decimal digits or a binary number depends on the device's mode: write its word.",
            Assert.Throws<ArgumentException>(() => new ScriptedBackend(Rtc).Reads("Cmos.Seconds", "=59 s")).Message);
    }

    [Theory]
    [InlineData("COM2.LCR 0x03", "Line 1 of the script, 'COM2.LCR 0x03': It is no access: write REGISTER <- value for a write and REGISTER -> value for a read, with spaces around the arrow.")]
    [InlineData("\nCOM2.FOO <- 1", "Line 2 of the script, 'COM2.FOO <- 1': COM2 has no register FOO; it has RBR, THR, DLL, ")]
    [InlineData("COM3.LCR <- 1", "Line 1 of the script, 'COM3.LCR <- 1': COM3.LCR is of no device of the script: write COM2., RTC. before the register.")]
    [InlineData("COM2.LCR <- Foo=1", "Line 1 of the script, 'COM2.LCR <- Foo=1': COM2.LCR has no field Foo; it has WordLength, StopBits, ")]
    [InlineData("COM2.LCR <- WordLength=Nine", "Line 1 of the script, 'COM2.LCR <- WordLength=Nine': COM2.LCR has no value Nine of WordLength; it has Five, Six, Seven, Eight.")]
    [InlineData("COM2.LCR <- Dlab=2", "Line 1 of the script, 'COM2.LCR <- Dlab=2': 2 is no value of Dlab of COM2.LCR, which has 1 bits.")]
    [InlineData("COM2.LCR <- 0x83 Dlab=1", "Line 1 of the script, 'COM2.LCR <- 0x83 Dlab=1': 0x83 of COM2.LCR is 0x83 WordLength=Eight Dlab=1, not 0x83 Dlab=1.")]
    [InlineData("COM2.LCR <- 0x183", "Line 1 of the script, 'COM2.LCR <- 0x183': 0x183 is wider than COM2.LCR, which has 8 bits.")]
    [InlineData("COM2.LCR <- 0x83 *", "Line 1 of the script, 'COM2.LCR <- 0x83 *': 0x83 is a whole word of COM2.LCR: leave out the *, or name fields.")]
    [InlineData("COM2.LSR -> DataReady=1 *", "Line 1 of the script, 'COM2.LSR -> DataReady=1 *': A read of COM2.LSR has to be answered with all its bits: leave out the *.")]
    [InlineData("COM2.SCR <- Low=1", "Line 1 of the script, 'COM2.SCR <- Low=1': COM2.SCR has no fields: write its word.")]
    [InlineData("COM2.LCR <- Dlab", "Line 1 of the script, 'COM2.LCR <- Dlab': 'Dlab' is neither a number nor a field: write COM2.LCR <- Field=value.")]
    [InlineData("0x2FF/24 <- 1", "Line 1 of the script, '0x2FF/24 <- 1': A port is a number with its width behind it unless that is 8, and its value is a number: ")]
    public void What_cannot_be_understood_is_refused_with_its_line(string lines, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new ScriptedBackend(Com2, Rtc).Expect(lines)).Message, StringComparison.Ordinal);

    [Fact]
    public void Names_need_a_device() =>
        Assert.Equal("The script names LCR and was given no device: new ScriptedBackend(new TracedDevice(...)).",
            Assert.Throws<ArgumentException>(() => new ScriptedBackend().Writes("LCR", 1)).Message);
}
