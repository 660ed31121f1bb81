using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>A backend around another, which sees each access on its way: derive from it to refuse, count or change accesses over any backend, without a change to the driver.</summary>
/// <remarks>It owns the one inside. What it does not override goes there as it is. Programs come as single accesses, so that each is seen.</remarks>
/// <param name="inner">The backend that does the accesses.</param>
public abstract class WrappedBackend(PortBackend inner) : PortBackend
{
    /// <summary>The backend that does the accesses.</summary>
    protected PortBackend Inner { get; } = inner ?? throw new ArgumentNullException(nameof(inner));

    /// <inheritdoc/>
    public override string Name => Inner.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<BackendAttempt> Attempts => Inner.Attempts;

    /// <inheritdoc/>
    protected internal override bool IsShared => Inner.IsShared;

    /// <inheritdoc/>
    protected internal override TimeSpan Now => Inner.Now;

    internal override bool ReachesThisMachine => Inner.ReachesThisMachine;

    internal override string Means => Inner.Means;

    internal override long Transitions => Inner.Transitions;

    internal override bool OnlyReads
    {
        get => Inner.OnlyReads;
        set => Inner.OnlyReads = value;
    }

    /// <inheritdoc/>
    public override void Grant(PortClaim claim) => Inner.Grant(claim);

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width) => Inner.Read(port, width);

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value) => Inner.Write(port, width, value);

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values) => Inner.ReadBlock(port, width, values);

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values) => Inner.WriteBlock(port, width, values);

    /// <inheritdoc/>
    protected internal override void Pause(TimeSpan time) => Inner.Pause(time);

    internal override Task PauseAsync(TimeSpan time, CancellationToken cancellation) => Inner.PauseAsync(time, cancellation);

    internal override void Turn() => Inner.Turn();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
