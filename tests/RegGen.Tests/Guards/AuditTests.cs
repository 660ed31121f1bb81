using System.Text.RegularExpressions;
using RegGen.Backends;
using RegGen.Guards;
using RegGen.Tests.Samples;
using RegGen.Tracing;

namespace RegGen.Tests.Guards;

public sealed class AuditTests : IDisposable
{
    static readonly TracedDevice Com2 = new("COM2", SampleMaps.Uart, 0x2F8);

    readonly StringWriter _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Every_write_is_in_the_log_and_no_read()
    {
        var backend = new SimulatedBackend();
        backend.Add(SampleMaps.Uart, 0x2F8);
        using var bus = PortBus.Open(new AuditBackend(backend, _log, Com2), SampleUart.Claim(0x2F8));
        new SampleUart(bus, 0x2F8).Divisor.Write(0x0180);
        bus.In8(0x2FD);
        bus.OutBlock<byte>(0x2F8, [1, 2]);

        Assert.Equal(
            ["COM2.LCR <- 0x80 Dlab=1", "COM2.DLL <- 0x80", "COM2.DLM <- 0x01", "COM2.LCR <- 0x00", "COM2.THR <- 0x01", "COM2.THR <- 0x02"],
            Lines().Select(line => line.Text));
        Assert.All(Lines(), line => Assert.InRange(line.Time, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow));
        Assert.All(Lines(), line => Assert.Equal(Environment.CurrentManagedThreadId, line.Thread));
        Assert.Equal("simulated, audited", bus.BackendName);
    }

    [Fact]
    public void It_is_there_before_the_write_is_done()
    {
        string[] seen = [];
        using var bus = PortBus.Open(new AuditBackend(new HookedBackend(new SimulatedBackend()) { After = _ => seen = [.. Lines().Select(line => line.Text)] }, _log), SampleUart.Claim(0x2F8));
        bus.Out8(0x2FF, 0x55);
        Assert.Equal(["0x2FF <- 0x55"], seen);
    }

    [Fact]
    public void A_refused_write_is_marked()
    {
        using var bus = PortBus.Open(new AuditBackend(new RefusingBackend { Refused = 0x2FF }, _log, Com2), SampleUart.Claim(0x2F8));
        Assert.Throws<PortAccessException>(() => bus.Out8(0x2FF, 0x55));
        Assert.Equal(["COM2.SCR <- 0x55", "COM2.SCR refused: this test refuses it."], Lines().Select(line => line.Text));
    }

    [Fact]
    public void What_cannot_be_logged_is_not_written()
    {
        var inner = new RefusingBackend();
        _log.Dispose();
        using var bus = PortBus.Open(new AuditBackend(inner, _log, Com2), SampleUart.Claim(0x2F8));
        Assert.Throws<ObjectDisposedException>(() => bus.Out8(0x2FF, 0x55));
        Assert.Empty(inner.Done);
    }

    List<(DateTime Time, int Thread, string Text)> Lines() => [.. _log.ToString().TrimEnd('\n').Split('\n')
        .Select(line => Regex.Match(line, @"^(\S+Z) +(\d+) (.*)$"))
        .Select(match => (DateTime.Parse(match.Groups[1].Value, null, System.Globalization.DateTimeStyles.AdjustToUniversal), int.Parse(match.Groups[2].Value, null), match.Groups[3].Value))];
}
