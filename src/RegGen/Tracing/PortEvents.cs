using System.Diagnostics.Tracing;

namespace RegGen.Tracing;

/// <summary>The event source <c>RegGen</c>, which <c>dotnet-trace</c>, <c>PerfView</c> and event listeners see. While nobody listens, no bus tells it anything.</summary>
[EventSource(Name = "RegGen")]
sealed class PortEvents : EventSource
{
    public static PortEvents Log { get; } = new();

    [Event(1, Level = EventLevel.Verbose, Message = "0x{0:X}/{1} -> 0x{2:X}")]
    public void Read(long port, long width, long value) => WriteEvent(1, port, width, value);

    [Event(2, Level = EventLevel.Verbose, Message = "0x{0:X}/{1} <- 0x{2:X}")]
    public void Write(long port, long width, long value) => WriteEvent(2, port, width, value);

    [Event(3, Level = EventLevel.Verbose, Message = "{0} {1} {2}")]
    public void Line(string place, string arrow, string text) => WriteEvent(3, place, arrow, text);

    // Called whenever someone begins or ends to listen; also from the constructor, when there is no bus yet.
    protected override void OnEventCommand(EventCommandEventArgs command) => BusEvents.ListenersChanged();
}
