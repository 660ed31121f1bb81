namespace RegGen.Backends.Driver;

/// <summary>Operations as the driver takes them. Indices begin at the piece; what earlier pieces resulted in is known by now.</summary>
static class DriverTranslation
{
    /// <summary>Translates a piece.</summary>
    /// <param name="program">The program, with the results of the operations before the piece.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="exits">Where its branches leave it to.</param>
    /// <param name="operations">One for each of its operations; then, where there are exits, those that tell which one was taken.</param>
    public static void Translate(ReadOnlySpan<PortOperation> program, DriverPiece piece, ReadOnlySpan<int> exits, Span<DriverOperation> operations)
    {
        Mark(operations[(piece.End - piece.First)..]);
        for (int i = piece.First; i < piece.End; i++)
        {
            operations[i - piece.First] = program[i].Kind switch
            {
                PortOperationKind.In => Access(program[i], DriverOperationKind.In),
                PortOperationKind.Out => Word(program, program[i], piece.First, Access(program[i], DriverOperationKind.Out)),
                PortOperationKind.Combine => Word(program, program[i], piece.First, Plain(DriverOperationKind.Combine)),
                PortOperationKind.Delay => Plain(DriverOperationKind.Stall) with { Time = (uint)Nanoseconds(program[i].Time) },
                _ => Branch(program, i, piece, exits),
            };
        }
    }

    /// <summary>A time as the driver counts it. What is not whole is rounded down to 100 ns, which is what the runtime counts in.</summary>
    public static long Nanoseconds(TimeSpan time) => time.Ticks > long.MaxValue / 100 ? long.MaxValue : time.Ticks * 100;

    /// <summary>A read or a write of one value.</summary>
    public static DriverOperation Access(in PortOperation operation, DriverOperationKind kind) =>
        Plain(kind) with { Port = operation.Port, Width = (byte)((int)operation.Width / 8) };

    /// <summary>A block: values between the port and the start of the data.</summary>
    public static DriverOperation Block(ushort port, PortWidth width, DriverOperationKind kind, int count) =>
        Plain(kind) with { Port = port, Width = (byte)((int)width / 8), Count = (uint)count };

    static DriverOperation Plain(DriverOperationKind kind) =>
        new() { Kind = kind, From = DriverAbi.None, Beside = DriverAbi.None, Target = DriverAbi.None };

    // value | taken | beside, as far as they are not known yet.
    static DriverOperation Word(ReadOnlySpan<PortOperation> program, in PortOperation operation, int first, DriverOperation made)
    {
        made.Value = operation.Value | Known(program, operation.Beside, first);
        if (operation.From >= first)
        {
            Take(operation, first, ref made);
        }
        else
        {
            made.Value |= operation.TakenIn(program);
        }

        made.Beside = Place(operation.Beside, first);
        return made;
    }

    /// <summary>Where branches of a piece lead to behind it, but for what comes next.</summary>
    public static int[] ExitsOf(ReadOnlySpan<PortOperation> program, DriverPiece piece)
    {
        SortedSet<int> exits = [];
        foreach (ref readonly PortOperation operation in program[piece.First..piece.End])
        {
            if (operation.Kind == PortOperationKind.Branch && operation.Target > piece.End)
            {
                exits.Add(operation.Target);
            }
        }

        return [.. exits];
    }

    /// <summary>How many operations tell which of so many exits was taken.</summary>
    public static int MarksOf(int exits) => 2 * exits;

    /// <summary>Where the operation stands that runs if an exit was taken.</summary>
    public static int MarkOf(int exit) => (2 * exit) + 1;

    // Who comes to the end goes past the marks; each is followed by a branch to the end, but for the last.
    static void Mark(Span<DriverOperation> marks)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = Plain(i % 2 == 0 ? DriverOperationKind.Branch : DriverOperationKind.Combine);
        }
    }

    static DriverOperation Branch(ReadOnlySpan<PortOperation> program, int index, DriverPiece piece, ReadOnlySpan<int> exits)
    {
        ref readonly PortOperation operation = ref program[index];
        bool isBack = operation.Target <= index;
        DriverOperation made = Plain(isBack ? DriverOperationKind.Repeat : DriverOperationKind.Branch);
        made.Flags = operation.Unless ? DriverAbi.FlagUnless : (byte)0;
        int exit = exits.IndexOf(operation.Target);
        made.Target = operation.Target < piece.End ? (ushort)(operation.Target - piece.First)
            : exit >= 0 ? (ushort)(piece.End - piece.First + MarkOf(exit))
            : DriverAbi.End;
        if (isBack)
        {
            // Neither a time nor a count: taken once, so that what is compared last was read after the time was up.
            made.Count = operation.Times > 0 ? (uint)operation.Times : operation.Time > TimeSpan.Zero ? 0u : 1u;
            made.Time = made.Count == 0 ? (uint)Nanoseconds(operation.Time) : 0;
        }

        Compare(program, operation, piece.First, ref made);
        return made;
    }

    // taken == value, or == beside. One of the two sides may be known by now, or both.
    static void Compare(ReadOnlySpan<PortOperation> program, in PortOperation operation, int first, ref DriverOperation made)
    {
        ulong value = operation.Beside < 0 ? operation.Value : Known(program, operation.Beside, first);
        if (operation.From >= first)
        {
            Take(operation, first, ref made);
            made.Beside = Place(operation.Beside, first);
            made.Value = value;
        }
        else if (operation.Beside >= first)
        {
            (made.From, made.Keep, made.Value) = (Place(operation.Beside, first), ulong.MaxValue, operation.TakenIn(program));
        }
        else
        {
            // Nothing taken is 0: equal to 0, or not to 1.
            made.Value = operation.TakenIn(program) == value ? 0u : 1u;
        }
    }

    static void Take(in PortOperation operation, int first, ref DriverOperation made) =>
        (made.From, made.Shift, made.Keep) = (Place(operation.From, first), (sbyte)operation.Shift, operation.Keep);

    static ushort Place(int index, int first) => index < first ? DriverAbi.None : (ushort)(index - first);

    static ulong Known(ReadOnlySpan<PortOperation> program, int index, int first) => index < 0 || index >= first ? 0 : program[index].Result;
}
