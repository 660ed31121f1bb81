namespace RegGen.Tracing;

/// <summary>What one bus tells the event source: it observes its accesses while someone listens.</summary>
sealed class BusEvents
{
    static readonly Lock s_gate = new();
    static readonly List<WeakReference<BusEvents>> s_all = [];

    readonly PortBus _bus;
    TracedDevice[] _devices = [];
    IDisposable? _observing;

    BusEvents(PortBus bus) => _bus = bus;

    /// <summary>Of a bus that has just been opened.</summary>
    public static BusEvents Of(PortBus bus)
    {
        var events = new BusEvents(bus);
        lock (s_gate)
        {
            s_all.RemoveAll(known => !known.TryGetTarget(out _));
            s_all.Add(new(events));
        }

        events.Update(PortEvents.Log.IsEnabled());
        return events;
    }

    /// <summary>Someone began to listen, or nobody does any more.</summary>
    public static void ListenersChanged()
    {
        BusEvents[] all;
        lock (s_gate)
        {
            all = [.. s_all.Select(known => known.TryGetTarget(out BusEvents? events) ? events : null).OfType<BusEvents>()];
        }

        // The property is not there yet while the source is being made.
        bool listening = PortEvents.Log?.IsEnabled() == true;
        foreach (BusEvents events in all)
        {
            events.Update(listening);
        }
    }

    /// <summary>Tells of accesses by name too.</summary>
    public void Decode(ReadOnlySpan<TracedDevice> devices)
    {
        lock (s_gate)
        {
            _devices = [.. devices];
            bool observes = _observing is not null;
            Observe(false);
            Observe(observes);
        }
    }

    void Update(bool listening)
    {
        lock (s_gate)
        {
            Observe(listening);
        }
    }

    void Observe(bool listening)
    {
        if (!listening)
        {
            _observing?.Dispose();
            _observing = null;
        }
        else
        {
            _observing ??= _bus.Observe(_devices.Length == 0 ? Tell : new Tracer(_bus, _devices, TraceFilter.All, Tell).Observe);
        }
    }

    static void Tell(TraceLine line)
    {
        Tell(line.Access);
        if (line.Device is not null)
        {
            PortEvents.Log.Line(line.Place, line.Arrow, line.Text);
        }
    }

    static void Tell(PortAccess access)
    {
        if (access.IsWrite)
        {
            PortEvents.Log.Write(access.Port, (int)access.Width, access.Value);
        }
        else
        {
            PortEvents.Log.Read(access.Port, (int)access.Width, access.Value);
        }
    }
}
