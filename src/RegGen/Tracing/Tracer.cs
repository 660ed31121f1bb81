namespace RegGen.Tracing;

/// <summary>Decodes accesses in the order in which they come.</summary>
sealed class Tracer
{
    readonly Lock _gate = new();
    readonly PortBus _bus;
    readonly TimeSpan _begin;
    readonly FollowedDevices _devices;
    readonly TraceFilter _filter;
    readonly Action<TraceLine> _print;

    public Tracer(PortBus bus, ReadOnlySpan<TracedDevice> devices, TraceFilter filter, Action<TraceLine> print) =>
        (_bus, _begin, _devices, _filter, _print) = (bus, bus.Time, new(devices), filter, print);

    // The line is printed under the gate: lines of two threads neither mix nor change places. What the filter leaves out is followed all the same.
    public void Observe(PortAccess access)
    {
        lock (_gate)
        {
            TraceLine line = _devices.Follow(access);
            if (_filter.Accepts(line))
            {
                _print(line with { Time = _bus.Time - _begin, Thread = Environment.CurrentManagedThreadId, Transition = _bus.Transitions });
            }
        }
    }
}
