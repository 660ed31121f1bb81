namespace RegGen.Backends.Driver;

/// <summary>Cuts a program into pieces that the driver takes: so many operations, and waits that end long before its deadline.</summary>
/// <param name="features">What the driver takes.</param>
sealed class DriverPlan(DriverFeatures features)
{
    const int UsualExits = 16;

    // Half of the time is left for the accesses.
    readonly long _longest = features.LongestDeadline / 2;

    /// <summary>How long a poll may take in one go, ns.</summary>
    public long Slice => _longest;

    /// <summary>Whether the driver takes all of a program at once, as it does nearly every one.</summary>
    public bool TakesWhole(ReadOnlySpan<PortOperation> program) => program.Length <= features.MostOperations && TimeOf(program, 0, program.Length) <= _longest;

    /// <summary>The pieces of another program, in order. A loop stays in one piece.</summary>
    public List<DriverPiece> PiecesOf(ReadOnlySpan<PortOperation> program)
    {
        // Some operations of a program that is cut tell how each piece was left.
        long most = program.Length <= features.MostOperations ? program.Length : features.MostOperations - DriverTranslation.MarksOf(UsualExits);
        List<DriverPiece> pieces = [];
        int first = 0;
        long time = 0;
        for (int start = 0; start < program.Length;)
        {
            int end = EndOf(program, start);
            long takes = TimeOf(program, start, end);
            DriverPieceKind kind = KindOf(program, start, end, takes);
            if (start > first && (kind != DriverPieceKind.Whole || end - first > most || time + takes > _longest))
            {
                pieces.Add(new(first, start, DriverPieceKind.Whole));
                (first, time) = (start, 0);
            }

            time += takes;
            if (kind != DriverPieceKind.Whole)
            {
                pieces.Add(new(start, end, kind));
                (first, time) = (end, 0);
            }

            start = end;
        }

        if (first < program.Length)
        {
            pieces.Add(new(first, program.Length, DriverPieceKind.Whole));
        }

        return pieces;
    }

    /// <summary>Whether a piece can be sent: no loop of it goes back to before it, and there is room to tell how it was left.</summary>
    public bool Takes(ReadOnlySpan<PortOperation> program, DriverPiece piece)
    {
        if (piece.End < program.Length && piece.End - piece.First + DriverTranslation.MarksOf(DriverTranslation.ExitsOf(program, piece).Length) > features.MostOperations)
        {
            return false;
        }

        foreach (ref readonly PortOperation operation in program[piece.First..piece.End])
        {
            if (operation.Kind == PortOperationKind.Branch && operation.Target < piece.First)
            {
                return false;
            }
        }

        return true;
    }

    DriverPieceKind KindOf(ReadOnlySpan<PortOperation> program, int start, int end, long takes) =>
        end - start > features.MostOperations ? DriverPieceKind.Single
        : takes <= _longest ? DriverPieceKind.Whole
        : IsPoll(program[start..end], start) && TimeOf(program, start, end - 1) <= _longest ? DriverPieceKind.Slices
        : DriverPieceKind.Single;

    // What a turn leaves for the next one is only what it read last: such a loop may be begun anew.
    static bool IsPoll(ReadOnlySpan<PortOperation> loop, int start)
    {
        foreach (ref readonly PortOperation operation in loop[..^1])
        {
            if (operation.Kind == PortOperationKind.Branch)
            {
                return false;
            }
        }

        return loop[^1] is { Kind: PortOperationKind.Branch, Times: 0 } last && last.Target == start;
    }

    // Behind every branch back to what lies before it: loops may overlap.
    static int EndOf(ReadOnlySpan<PortOperation> program, int start)
    {
        int end = start + 1;
        for (int i = start; i < program.Length; i++)
        {
            if (program[i].Kind == PortOperationKind.Branch && program[i].Target <= i && program[i].Target < end)
            {
                end = Math.Max(end, i + 1);
            }
        }

        return end;
    }

    // An upper bound of the waits, ns: a loop takes all of its time and one more turn, or all of its turns.
    static long TimeOf(ReadOnlySpan<PortOperation> program, int start, int end)
    {
        int count = end - start + 1;
        Span<long> until = count <= DriverAbi.MostOperations + 1 ? stackalloc long[count] : new long[count];
        until[0] = 0;
        for (int i = start; i < end; i++)
        {
            ref readonly PortOperation operation = ref program[i];
            long time = DriverTranslation.Nanoseconds(operation.Time);
            if (operation.Kind == PortOperationKind.Branch && operation.Target <= i)
            {
                long turn = until[i - start] - until[operation.Target - start];
                time = operation.Times > 0 ? Bounded((double)turn * operation.Times) : Bounded((double)time + turn);
            }
            else if (operation.Kind != PortOperationKind.Delay)
            {
                time = 0;
            }

            until[i - start + 1] = Bounded((double)until[i - start] + time);
        }

        return until[^1];
    }

    static long Bounded(double time) => (long)Math.Min(time, 1e15);
}
