namespace RegGen.Simulation;

/// <summary>Which device answers at which port, by claim and by mirror.</summary>
sealed class SimulatedPorts
{
    readonly Slot?[]?[] _pages = new Slot?[256][];

    /// <summary>What answers at a port; null if nothing has a fixed place there.</summary>
    public Slot? At(ushort port) => Volatile.Read(ref _pages[port >> 8])?[port & 0xFF];

    /// <summary>Puts a device at all its places. A mirror gives way to what is there already.</summary>
    public void Add(SimulatedDevice device, SimulatedPlace place)
    {
        foreach (int distance in place.Distances())
        {
            foreach (int port in device.Claim.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)))
            {
                if (port + distance is >= 0 and <= ushort.MaxValue and var at)
                {
                    Put(at, new(device, (ushort)port, IsMirror: distance != 0));
                }
            }
        }
    }

    // A page is replaced as a whole: who reads meanwhile sees the old one or the new one.
    void Put(int port, Slot slot)
    {
        Slot?[] page = [.. _pages[port >> 8] ?? new Slot?[256]];
        ref Slot? known = ref page[port & 0xFF];
        if (known is null || (known.IsMirror && !slot.IsMirror))
        {
            known = slot;
            Volatile.Write(ref _pages[port >> 8], page);
        }
    }

    /// <summary>A port of a device.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Port">The port as the device knows it.</param>
    /// <param name="IsMirror">Whether it is not the device's own place.</param>
    internal sealed record Slot(SimulatedDevice Device, ushort Port, bool IsMirror)
    {
        /// <summary>Where the device's answers at this port begin.</summary>
        public int Place { get; } = Device.PlaceOf(Port);
    }
}
