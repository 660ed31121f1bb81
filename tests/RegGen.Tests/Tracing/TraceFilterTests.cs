using RegGen.Backends;
using RegGen.Claims;
using RegGen.Tracing;

namespace RegGen.Tests.Tracing;

public sealed class TraceFilterTests
{
    static readonly TraceLine LcrWrite = Line(true, 0x2FB, "COM2", "LCR"), LsrRead = Line(false, 0x2FD, "COM2", "LSR"),
        Seconds = Line(false, 0x71, "RTC", "Cmos.Seconds"), Unknown = Line(true, 0xCF8, null, null, PortWidth.Bits32);

    [Theory]
    [InlineData("reads", false, true, true, false)]
    [InlineData("writes", true, false, false, true)]
    [InlineData("COM2", true, true, false, false)]
    [InlineData("COM2.LCR", true, false, false, false)]
    [InlineData("COM2, !COM2.LSR", true, false, false, false)]
    [InlineData("!COM2", false, false, true, true)]
    [InlineData("RTC.Cmos.*", false, false, true, false)]
    [InlineData("*.L?R", true, true, false, false)]
    [InlineData("0x71, COM2.LCR", true, false, true, false)]
    [InlineData("0xCFA-0xCFF, writes", false, false, false, true)]
    [InlineData("0xCFC-0xCFF", false, false, false, false)]
    public void Lines_are_chosen_by_direction_place_and_port(string filter, bool lcr, bool lsr, bool seconds, bool unknown)
    {
        TraceFilter parsed = TraceFilter.Parse(filter);
        Assert.Equal((lcr, lsr, seconds, unknown), (parsed.Accepts(LcrWrite), parsed.Accepts(LsrRead), parsed.Accepts(Seconds), parsed.Accepts(Unknown)));
    }

    [Theory]
    [InlineData("COM2,,RTC", "The trace filter 'COM2,,RTC' has an empty part. Leave out the comma, or write a place such as COM2.LCR.")]
    [InlineData("!", "The trace filter '!' has an empty part. Leave out the comma, or write a place such as COM2.LCR.")]
    [InlineData("reads, writes", "The trace filter 'reads, writes' wants reads alone and writes alone, which is nothing. Leave out both.")]
    [InlineData("0x71-0x70", "'0x71-0x70' is no range of ports: write it in hexadecimal, the lower port first, as 0x70-0x71 or 0x61.")]
    [InlineData("70", "'70' is no range of ports: write it in hexadecimal, the lower port first, as 0x70-0x71 or 0x61.")]
    public void What_is_no_filter_is_refused(string filter, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => TraceFilter.Parse(filter)).Message);

    [Fact]
    public void Everything_is_wanted_where_nothing_is_said() =>
        Assert.True(new[] { LcrWrite, LsrRead, Seconds, Unknown }.All(TraceFilter.All.Accepts));

    [Fact]
    public void Ranges_of_ports_read_back()
    {
        foreach (PortRange range in new PortRange[] { new(0, 0xFFFF), new(0x61, 0x61), new(0x3F8, 0x3FF) })
        {
            Assert.Equal(range, PortRange.Parse(range.ToString()));
        }

        Assert.False(PortRange.TryParse(null, null, out _));
        Assert.False(PortRange.TryParse("0x1-0x2-0x3", null, out _));
        Assert.False(PortRange.TryParse("0x10000", null, out _));
    }

    static TraceLine Line(bool isWrite, ushort port, string? device, string? register, PortWidth width = PortWidth.Bits8) =>
        new(new PortAccess(isWrite, port, width, 0), device, register, "0x00", []);
}
