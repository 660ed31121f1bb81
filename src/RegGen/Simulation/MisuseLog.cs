namespace RegGen.Simulation;

/// <summary>What is wrong with the accesses of one bus.</summary>
sealed class MisuseLog
{
    readonly Lock _gate = new();
    readonly List<Misuse> _misuses = [];

    public Strictness Strictness { get; set; }

    public MisuseKind Forgiven { get; set; }

    public bool IsOn => Strictness != Strictness.Lenient;

    public IReadOnlyList<Misuse> Misuses
    {
        get
        {
            lock (_gate)
            {
                return [.. _misuses];
            }
        }
    }

    /// <exception cref="MisuseException">The mode says so.</exception>
    public void Report(MisuseKind kind, string device, PortAccess access, string why)
    {
        if (!IsOn || (Forgiven & kind) != 0)
        {
            return;
        }

        var misuse = new Misuse(kind, device, access, why);
        lock (_gate)
        {
            _misuses.Add(misuse);
        }

        if (Strictness == Strictness.Throwing)
        {
            throw new MisuseException(misuse);
        }
    }
}
