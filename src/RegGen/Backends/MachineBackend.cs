using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports, by the first way that works for each claim.</summary>
/// <param name="ways">The ways, the best one first; this backend owns them.</param>
internal sealed class MachineBackend(params PortBackend[] ways) : PortBackend
{
    readonly List<(PortRange Range, PortBackend Way)> _granted = [];
    readonly List<BackendAttempt> _attempts = [];

    /// <summary>The ways that a program may choose by name, in the order in which they are tried.</summary>
    public static IReadOnlyDictionary<string, Func<PortBackend>> Ways { get; } = new OrderedDictionary<string, Func<PortBackend>>
    {
        ["direct"] = static () => new DirectBackend(),
        ["driver"] = static () => new DriverBackend(),
        ["device-file"] = static () => new DeviceFileBackend(),
        ["pci"] = static () => new PciResourceBackend(),
    };

    /// <summary>All of them.</summary>
    public static MachineBackend OfAllWays() => new([.. Ways.Values.Select(way => way())]);

    /// <summary>The ways that were taken.</summary>
    public override string Name => _granted.Count == 0 ? "machine" : string.Join(", ", ways.Where(IsTaken).Select(way => way.Name));

    internal override long Transitions => ways.Sum(way => way.Transitions);

    internal override bool ReachesThisMachine => Array.Exists(ways, way => way.ReachesThisMachine);

    internal override bool OnlyReads
    {
        get => ways[0].OnlyReads;
        set => Array.ForEach(ways, way => way.OnlyReads = value);
    }

    // One set of stubs serves a bus; a claim that went another way takes the detour over this backend, and so do all.
    internal override NativeStubs? Stubs => ways.Where(IsTaken).ToArray() is [var only] ? only.Stubs : null;

    /// <inheritdoc/>
    public override IReadOnlyList<BackendAttempt> Attempts => _attempts;

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<BackendAttempt> attempts = [];
        PortAccessException? first = null;
        foreach (PortBackend way in ways)
        {
            try
            {
                way.Grant(claim);
                attempts.Add(new(way.Name, claim, true, way.Means));
                _granted.AddRange(claim.Ranges.Select(range => (range, way)));
                attempts.AddRange(ways.SkipWhile(each => each != way).Skip(1).Select(each => new BackendAttempt(each.Name, claim, false, $"not tried, since {way.Name} works.")));
                _attempts.AddRange(attempts);
                return;
            }
            catch (PortAccessException refused)
            {
                first ??= refused;
                attempts.Add(new(way.Name, claim, false, refused.Cause));
            }
        }

        throw first!.Among(attempts);
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width) => WayOf(port).Read(port, width);

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value) => WayOf(port).Write(port, width, value);

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values) => WayOf(port).ReadBlock(port, width, values);

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values) => WayOf(port).WriteBlock(port, width, values);

    // In one go where all of it goes one way; a recording is told of each wait here.
    /// <inheritdoc/>
    public override void Run(Span<PortOperation> program)
    {
        if (Recorded is null && OnlyWayOf(program) is { } way)
        {
            way.Run(program);
        }
        else
        {
            base.Run(program);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Array.ForEach(ways, way => way.Dispose());
        }

        base.Dispose(disposing);
    }

    bool IsTaken(PortBackend way) => _granted.Exists(each => each.Way == way);

    // Null where there are several, or none.
    PortBackend? OnlyWayOf(ReadOnlySpan<PortOperation> program)
    {
        PortBackend? only = null;
        foreach (ref readonly PortOperation operation in program)
        {
            if (!operation.IsAccess)
            {
                continue;
            }

            PortBackend way = WayOf(operation.Port);
            if (way != (only ??= way))
            {
                return null;
            }
        }

        return only;
    }

    PortBackend WayOf(ushort port) => _granted.Find(each => each.Range.Contains(port)).Way
        ?? throw new InvalidOperationException("Nothing was granted there.");
}
