namespace RegGen.Compiler.Tests.Emit;

/// <summary>The generated UART, access by access. The expected traffic is the 16550's: LCR at base + 3, DLAB its bit 7.</summary>
public sealed class UartTests
{
    static readonly string Uart = DeviceFiles.Read(DeviceFiles.Uart);

    [Fact]
    public void Writing_the_divisor_selects_its_bank_once_writes_the_low_byte_first_and_goes_home() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x80).Writes(0x2F9, 0x01).Writes(0x2FB, 0x03),
        "device.Divisor.Write(0x180);");

    [Fact]
    public void Reading_the_divisor_reads_the_high_byte_first() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x1B).Writes(0x2FB, 0x9B).Reads(0x2F9, 0x01).Reads(0x2F8, 0x80).Writes(0x2FB, 0x1B),
        "Equal<ushort>(0x180, device.Divisor.Read());");

    [Fact]
    public void A_register_of_the_bank_selects_accesses_and_goes_home() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F9, 0x01).Writes(0x2FB, 0x03),
        "device.Dlm.Write(1);");

    [Fact]
    public void Modifying_a_register_of_the_bank_selects_once() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0C).Writes(0x2FB, 0x03)
            .Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x0D).Writes(0x2FB, 0x03),
        "device.Dll.Modify(low => (byte)(low + 1));");

    [Fact]
    public void Registers_of_the_home_bank_are_plain_ports() => Driver.Run(
        Uart,
        script => script.Reads(0x2F8, 0x41).Writes(0x2F8, 0x42).Writes(0x2F9, 0x01),
        "Equal<byte>(0x41, device.Rbr.Read()); device.Thr.Write(0x42); device.Ier.Write(receivedData: true);");

    [Fact]
    public void Writing_by_field_puts_the_reset_value_into_the_others() => Driver.Run(
        Uart,
        script => script.Writes(0x2FB, 0x03).Writes(0x2FB, 0x1F),
        """
        device.Lcr.Write(wordLength: WordLength.Eight);
        device.Lcr.Write(wordLength: WordLength.Eight, stopBits: StopBits.More, parityEnable: true, evenParity: true);
        """);

    [Fact]
    public void Writing_a_value_writes_its_raw_word() => Driver.Run(
        Uart,
        script => script.Writes(0x2FB, 0x1B).Writes(0x2FB, 0x43),
        """
        device.Lcr.Write(new LcrValue(0x1B));
        device.Lcr.Write(LcrValue.Reset with { SetBreak = true, WordLength = WordLength.Eight });
        """);

    [Fact]
    public void Modifying_by_field_changes_the_named_fields_alone() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x9B).Writes(0x2FB, 0x1A),
        "device.Lcr.Modify(dlab: false, wordLength: WordLength.Seven);");

    [Fact]
    public void Modifying_by_function_changes_what_it_changes() => Driver.Run(
        Uart,
        script => script.Reads(0x2FB, 0x9B).Writes(0x2FB, 0x1A),
        "device.Lcr.Modify(lcr => lcr with { Dlab = false, WordLength = WordLength.Seven });");

    [Fact]
    public void A_write_only_register_is_written_in_one_access() => Driver.Run(
        Uart,
        script => script.Writes(0x2FA, 0xC7),
        "device.Fcr.Write(enable: true, clearReceiver: true, clearTransmitter: true, trigger: Trigger.Fourteen);");

    [Fact]
    public void One_read_gives_all_fields() => Driver.Run(
        Uart,
        script => script.Reads(0x2FD, 0x61),
        """
        LsrValue lsr = device.Lsr.Read();
        Equal((true, false, true, true, false), (lsr.DataReady, lsr.Overrun, lsr.HoldingEmpty, lsr.TransmitterEmpty, lsr.FifoError));
        """);

    [Fact]
    public void A_value_that_no_enum_names_stays_what_it_is() => Driver.Run(
        Uart,
        script => script.Reads(0x2FA, 0xCA),
        "IirValue iir = device.Iir.Read(); Equal((Source)5, iir.Source); Equal(FifosEnabled.Yes, iir.FifosEnabled); Equal(0xCA, iir.Raw);");

    [Fact]
    public void Waiting_reads_until_the_named_fields_have_their_values() => Driver.Run(
        Uart,
        script => script.Reads(0x2FD, 0x00).Reads(0x2FD, 0x20).Reads(0x2FD, 0x61),
        "LsrValue last = device.Lsr.WaitUntil(TimeSpan.FromMinutes(1), transmitterEmpty: true, dataReady: true); Equal(0x61, last.Raw);");

    [Fact]
    public void Waiting_in_vain_reads_once_more_and_says_no() => Driver.Run(
        Uart,
        script => script.Reads(0x2FD, 0x20),
        "Equal(false, device.Lsr.TryWaitUntil(TimeSpan.Zero, transmitterEmpty: true));");

    [Theory]
    [InlineData("device.Rbr.Write(1);")]
    [InlineData("device.Thr.Read();")]
    [InlineData("device.Fcr.Modify(enable: true);")]
    [InlineData("device.Lsr.Write(dataReady: true);")]
    [InlineData("device.Lsr.Modify(dataReady: true);")]
    [InlineData("_ = new LsrValue(0) with { DataReady = true };")]
    [InlineData("device.Lcr = default;")]
    public void What_the_access_does_not_allow_does_not_compile(string statement)
    {
        Assert.Empty(Driver.Complaints(Uart, ""));
        Assert.NotEmpty(Driver.Complaints(Uart, statement));
    }

    [Fact]
    public void Bases_and_the_claim_are_those_of_the_description() => Driver.Run(
        Uart,
        script => script,
        """
        Equal((0x3F8, 0x2F8, 0x3E8, 0x2E8), (Bases.Com1, Bases.Com2, Bases.Com3, Bases.Com4));
        Equal("Uart16550 at 0x2F8 (0x2F8-0x2FF)", Claim(Bases.Com2).ToString());
        """);
}
