using System.Globalization;
using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

public sealed class SimulatedTests
{
    // Written down from the 16550 data sheet: what has to be done to its registers, in this order.
    static readonly string[] s_configuration =
    [
        "COM2.IER <- 0x00",
        "COM2.LCR -> 0x00",
        "COM2.LCR <- 0x80 Dlab=1",
        "COM2.DLL <- 0x01",
        "COM2.DLM <- 0x00",
        "COM2.LCR <- 0x00",
        "COM2.LCR <- 0x03 WordLength=Eight",
        "COM2.FCR <- 0x07 Enable=1 ClearReceiver=1 ClearTransmitter=1",
        "COM2.IIR -> 0xC1 NotPending=1 FifosEnabled=Yes",
    ];

    [Fact]
    public void It_sends_the_text_reads_the_clock_and_ends_well()
    {
        DateTime before = DateTime.Now.AddSeconds(-1);
        Execution run = DemoRun.Of("--quiet");
        DateTime after = DateTime.Now.AddSeconds(1);

        Assert.Equal(0, run.ExitCode);
        string[] lines = DemoRun.LinesOf(run);
        Assert.Equal(5, lines.Length);
        Assert.Equal("serial  COM2 at 0x2F8: 16550 with FIFOs, 115200 8N1", lines[0]);
        Assert.Equal("sent    Hello from user mode.", lines[1]);
        Assert.Equal("read    Hello from user mode.", lines[2]);
        DateTime clock = DateTime.ParseExact(lines[3], "'clock   'yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.InRange(clock, before, after);
        Assert.Equal("ports   simulated: 0x2F8-0x2FF, 0x70-0x71", lines[4]);
    }

    [Fact]
    public void It_prints_every_access_by_name_in_the_order_of_the_data_sheet()
    {
        string output = DemoRun.Of().Output;
        Assert.Contains(string.Join('\n', s_configuration), output, StringComparison.Ordinal);
        Assert.Contains("COM2.THR <- 0x48\n", output, StringComparison.Ordinal);
        Assert.Contains("COM2.RBR -> 0x48\n", output, StringComparison.Ordinal);
        Assert.Contains("RTC.INDEX <- 0x0B Address=11\nRTC.Cmos.RegisterB -> 0x02 HourMode=Hours24\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_base_is_another_port() =>
        Assert.StartsWith("serial  COM1 at 0x3F8:", DemoRun.Of("--quiet", "--base", "0x3F8").Output, StringComparison.Ordinal);
}
