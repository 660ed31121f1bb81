using RegGen.Backends.Driver;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports, through RegGen's kernel driver. Linux and Windows, on any processor that has ports.</summary>
/// <remarks>
/// The driver grants exactly the ports of a claim, and only what its policy lets this user have; no right is needed besides. A compound access (modify,
/// bank, window, joined value, sequence) is one program, which the driver runs in one transition; so is a block transfer of up to 512 values. What takes longer
/// than the driver lets a program take is cut into several.
/// </remarks>
public sealed class DriverBackend : PortBackend
{
    /// <summary>Values of a block in one transition: a few hundred microseconds.</summary>
    internal const int BlockLength = 512;

    readonly Func<DriverChannel> _open;
    DriverHandle? _handle;
    DriverPlan? _plan;

    /// <summary>The driver of this system. It is opened with the first claim.</summary>
    public DriverBackend()
        : this(DriverChannel.Open)
    {
    }

    internal DriverBackend(Func<DriverChannel> open) => _open = open;

    internal override bool ReachesThisMachine => _open == DriverChannel.Open;

    /// <inheritdoc/>
    public override string Name => "driver";

    internal override string Means => "RegGen's driver";

    internal override long Transitions => _handle?.Programs ?? 0;

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _handle ??= Open(claim);
        _plan ??= new(_handle.Features);
        _handle.Claim(claim, OnlyReads);
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        Span<PortOperation> one = [PortOperation.In(port, width)];
        RunPiece(one, new(0, 1, DriverPieceKind.Whole));
        return (uint)one[0].Result;
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        Span<PortOperation> one = [PortOperation.Out(port, width, value)];
        RunPiece(one, new(0, 1, DriverPieceKind.Whole));
    }

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        for (int most = BlockLength * (int)width / 8; !values.IsEmpty; values = values[Math.Min(most, values.Length)..])
        {
            RunBlock(new(false, port, width, 0), values[..Math.Min(most, values.Length)]);
        }
    }

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        for (int bytes = (int)width / 8, most = BlockLength * bytes; !values.IsEmpty; values = values[Math.Min(most, values.Length)..])
        {
            // What comes back is put where it went out from.
            RunBlock(new(true, port, width, ValueAt(values, 0, bytes)), values[..Math.Min(most, values.Length)].ToArray());
        }
    }

    /// <inheritdoc/>
    public override void Run(Span<PortOperation> program)
    {
        // A recording is told of each wait: one operation after the other then.
        if (Recorded is not null)
        {
            base.Run(program);
            return;
        }

        Opened();
        if (_plan!.TakesWhole(program))
        {
            RunPiece(program, new(0, program.Length, DriverPieceKind.Whole));
            return;
        }

        int next = 0;
        foreach (DriverPiece piece in _plan.PiecesOf(program))
        {
            if (next >= piece.First && next < piece.End)
            {
                // A branch from before may lead into the middle of a piece.
                DriverPiece rest = piece with { First = next };
                next = piece.Kind switch
                {
                    DriverPieceKind.Whole when _plan.Takes(program, rest) => RunPiece(program, rest),
                    DriverPieceKind.Slices when next == piece.First => RunSlices(program, piece),
                    _ => RunSingle(program, rest),
                };
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle?.Dispose();
        }

        base.Dispose(disposing);
    }

    DriverHandle Open(PortClaim claim)
    {
        try
        {
            return DriverHandle.Over(_open());
        }
        catch (PortAccessException refused)
        {
            throw new PortAccessException(refused.Reason, claim, refused.Cause, refused.Remedy, refused);
        }
    }

    DriverHandle Opened() => _handle ?? throw new InvalidOperationException("Nothing was granted.");

    int RunSingle(Span<PortOperation> program, DriverPiece piece)
    {
        int next = piece.First;
        while (next < piece.End)
        {
            next = Step(program, next);
        }

        return next;
    }

    // Sends it again and again until the condition holds or the whole time is over.
    int RunSlices(Span<PortOperation> program, DriverPiece piece)
    {
        ref PortOperation poll = ref program[piece.End - 1];
        TimeSpan whole = poll.Time, slice = TimeSpan.FromTicks(_plan!.Slice / 100), begin = Clock;
        try
        {
            while (true)
            {
                TimeSpan left = whole - (Clock - begin);
                poll.Time = left < TimeSpan.Zero ? TimeSpan.Zero : left < slice ? left : slice;
                int next = RunPiece(program, piece);
                if (poll.Result == 0 || left <= slice)
                {
                    return next;
                }
            }
        }
        finally
        {
            poll.Time = whole;
        }
    }

    int RunPiece(Span<PortOperation> program, DriverPiece piece)
    {
        const int Usual = 16;
        int[] exits = piece.End < program.Length ? DriverTranslation.ExitsOf(program, piece) : [];
        int own = piece.End - piece.First, count = own + DriverTranslation.MarksOf(exits.Length);
        Span<DriverOperation> operations = count <= Usual ? stackalloc DriverOperation[count] : new DriverOperation[count];
        Span<DriverResult> results = count <= Usual ? stackalloc DriverResult[count] : new DriverResult[count];
        results.Clear();
        DriverTranslation.Translate(program, piece, exits, operations);
        int error = Opened().Run(operations, [], results, out DriverOutcome outcome);
        for (int i = 0; i < own; i++)
        {
            if (results[i].Ran != 0)
            {
                program[piece.First + i].Result = results[i].Value;
            }
        }

        if (error != 0 || outcome.Status != DriverStatus.Ok)
        {
            int index = piece.First + (int)outcome.Index;
            PortAccess access = AccessAt(program, index);
            throw (error != 0 ? DriverRefusal.Of(access, _handle!.Place, error) : DriverRefusal.Of(access, outcome.Status)).At(index, program.Length);
        }

        for (int exit = 0; exit < exits.Length; exit++)
        {
            if (results[own + DriverTranslation.MarkOf(exit)].Ran != 0)
            {
                return exits[exit];
            }
        }

        return piece.End;
    }

    // What waits is named by the access before it.
    static PortAccess AccessAt(ReadOnlySpan<PortOperation> program, int index)
    {
        int at = index;
        while (at > 0 && !program[at].IsAccess)
        {
            at--;
        }

        ref readonly PortOperation operation = ref program[at];
        uint value = operation.IsWrite ? (uint)operation.ValueIn(program) : 0;
        return operation.IsAccess ? new(operation.IsWrite, operation.Port, operation.Width, value) : default;
    }

    void RunBlock(PortAccess first, Span<byte> values)
    {
        Span<DriverResult> result = stackalloc DriverResult[1];
        DriverOperationKind kind = first.IsWrite ? DriverOperationKind.Outs : DriverOperationKind.Ins;
        DriverOperation block = DriverTranslation.Block(first.Port, first.Width, kind, values.Length / ((int)first.Width / 8));
        int error = Opened().Run([block], values, result, out DriverOutcome outcome);
        if (error != 0)
        {
            throw DriverRefusal.Of(first, _handle!.Place, error);
        }

        if (outcome.Status != DriverStatus.Ok)
        {
            throw DriverRefusal.Of(first, outcome.Status);
        }
    }
}
