namespace RegGen.Backends;

/// <summary>One step of a program: a read, or a write whose value may come from an earlier read.</summary>
/// <remarks>
/// A compound access (modify, bank, window, joined value) is a short program of these, so that a backend with an expensive
/// transition can run it in one. A write puts out <c>(result of operation From &amp; Keep) | Value</c>; without <c>From</c>, <c>Value</c>.
/// </remarks>
public record struct PortOperation
{
    /// <summary>No earlier operation.</summary>
    public const int None = -1;

    /// <summary>Whether the operation writes.</summary>
    public bool IsWrite { get; private init; }

    /// <summary>Width of the access.</summary>
    public PortWidth Width { get; private init; }

    /// <summary>Port of the access.</summary>
    public ushort Port { get; private init; }

    /// <summary>Index of the earlier read that a write takes bits from, or <see cref="None"/>.</summary>
    public int From { get; private init; }

    /// <summary>Bits that a write keeps of that read.</summary>
    public uint Keep { get; private init; }

    /// <summary>Bits that a write sets.</summary>
    public uint Value { get; private init; }

    /// <summary>One more than the slot in which the device remembers what was written; 0 for none.</summary>
    internal int Remember { get; init; }

    /// <summary>Whether the slot's bits 63..32 are what was written, not its bits 31..0.</summary>
    internal bool RemembersHigh { get; init; }

    /// <summary>What the operation read, or wrote; set by the backend once the operation has run.</summary>
    public uint Result
    {
        get;
        set
        {
            field = value;
            HasRun = true;
        }
    }

    /// <summary>Whether the operation has run: a result was set. The operations after a refused one have not.</summary>
    public bool HasRun { get; private set; }

    /// <summary>Reads a port.</summary>
    public static PortOperation In(ushort port, PortWidth width) => new() { Port = port, Width = width, From = None };

    /// <summary>Writes <c>(result of operation from &amp; keep) | value</c>; just the value without an earlier operation.</summary>
    public static PortOperation Out(ushort port, PortWidth width, uint value, int from = None, uint keep = 0) =>
        new() { IsWrite = true, Port = port, Width = width, From = from, Keep = keep, Value = value };
}
