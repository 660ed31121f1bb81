namespace RegGen.Compiler.Model;

/// <summary>Which accesses to a window's data register move the index on. The runtime's enum of the same name says the same.</summary>
[Flags]
enum Increment
{
    None = 0,
    Read = 1,
    Write = 2,
    Both = Read | Write,
}

/// <summary>A number that chooses a set of a window's registers beside the address.</summary>
sealed record WindowParameterModel(string Name, uint First, uint Last)
{
    /// <summary>Bits that hold it.</summary>
    public int Width => WindowModel.BitsFor(Last);
}

/// <summary>Registers behind a data register, which shows the one that an index, or steps, have chosen.</summary>
sealed record WindowModel
{
    public required string Name { get; init; }

    /// <summary>Where it was written, such as <c>windows/Config</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Full name of the region or block that it stands in, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Of an element, which it is of each array that it is in, the outermost first.</summary>
    public EquatableArray<string> Labels { get; init; }

    /// <summary>The region that it, or its block, stands in, or null.</summary>
    public string? Region { get; init; }

    public string Doc { get; init; } = "";

    /// <summary>Where the index goes; nowhere if steps choose.</summary>
    public FieldReference Index { get; init; } = new("", null);

    /// <summary>The steps that choose, if no index does.</summary>
    public StepsModel? Select { get; init; }

    /// <summary>All steps of a read, the access to the data register among them, if each access is a command of its own.</summary>
    public StepsModel? ReadSteps { get; init; }

    /// <summary>All steps of a write.</summary>
    public StepsModel? WriteSteps { get; init; }

    /// <summary>Whether an index chooses, not steps.</summary>
    public bool IsIndexed => Select is null && ReadSteps is null && WriteSteps is null;

    /// <summary>The steps before an access to the data register.</summary>
    public StepsModel? Choosing(bool isWrite) => (isWrite ? WriteSteps : ReadSteps) is { } steps ? steps.Part(0, DataStepOf(steps, isWrite)) : Select;

    /// <summary>The steps behind it, or null if there are none.</summary>
    public StepsModel? After(bool isWrite) => (isWrite ? WriteSteps : ReadSteps) is { } steps && DataStepOf(steps, isWrite) + 1 is var next && next < steps.Steps.Count
        ? steps.Part(next, steps.Steps.Count)
        : null;

    /// <summary>Number of the step that accesses the data register; that of steps if none does.</summary>
    public static int DataStepOf(StepsModel steps, bool isWrite)
    {
        for (int i = 0; i < steps.Steps.Count; i++)
        {
            bool isData = isWrite
                ? steps.Steps[i] is WriteStepModel { Parts: [{ Field: null, Value: { Constant: 0, Terms: [{ Variable: Value, Sliced: false, Shift: 0 }] } }] }
                : steps.Steps[i] is ReadStepModel { IsResult: true, Count: 1, Source.Field: null };
            if (isData)
            {
                return i;
            }
        }

        return steps.Steps.Count;
    }

    /// <summary>All lists of steps, with their paths.</summary>
    public IEnumerable<(StepsModel Steps, string Path)> StepLists => new[]
    {
        (Select, "select"), (ReadSteps, "read"), (WriteSteps, "write"), (Enter, "enter"), (Exit, "exit"),
    }.Where(list => list.Item1 is not null).Select(list => (list.Item1!, $"{Path}/{list.Item2}"));

    /// <summary>What the steps need beside the address.</summary>
    public EquatableArray<WindowParameterModel> Parameters { get; init; }

    /// <summary>How many low bits of an address choose a byte of the data register; 0 if each access has its width.</summary>
    public int LaneBits { get; init; }

    /// <summary>Whether an address is that of a byte: a wider register has several.</summary>
    public bool CountsBytes => LaneBits > 0;

    /// <summary>The data registers to read, one for each width.</summary>
    public EquatableArray<string> Reads { get; init; }

    /// <summary>The data registers to write, one for each width.</summary>
    public EquatableArray<string> Writes { get; init; }

    public Increment Increment { get; init; }

    /// <summary>Number of indices, if it is given.</summary>
    public int? Size { get; init; }

    /// <summary>Steps before an access, if there are any.</summary>
    public StepsModel? Enter { get; init; }

    /// <summary>Steps after it.</summary>
    public StepsModel? Exit { get; init; }

    /// <summary>What the device needs after an access to a data register, or null.</summary>
    public RecoveryModel? Recovery { get; init; }

    /// <summary>Name of the lock that is held meanwhile, or null.</summary>
    public string? Lock { get; init; }

    /// <summary>Path of its own lock, which a write behind it opens first, or null.</summary>
    public string? Guard { get; init; }

    /// <summary>Whether something must be done before it answers.</summary>
    public bool HasDoor => Enter is not null || Exit is not null || Lock is not null;

    public EquatableArray<RegisterModel> Registers { get; init; }

    /// <summary>The register that windows share which share an index.</summary>
    public string Chooser => (Choosing(isWrite: false) ?? Choosing(isWrite: true))?.Steps
        .FirstOrDefault(step => step is WriteStepModel or ModifyStepModel)?.Targets.First().Register ?? Index.Register;

    static readonly int[] s_widths = [8, 16, 32];

    /// <summary>The name of the address in steps.</summary>
    public const string At = "at";

    /// <summary>The name of what is written.</summary>
    public const string Value = "value";

    /// <summary>Bits of an address, where steps choose.</summary>
    public int AtWidth => BitsFor((uint)((Size ?? 0x10000) - 1));

    /// <summary>What steps choose by, each with its bits in the one number that handles carry: the address lowest, the first parameter highest.</summary>
    public IEnumerable<(string Name, int Low, int Width)> Place
    {
        get
        {
            int low = AtWidth;
            yield return (At, 0, low);
            foreach (WindowParameterModel parameter in Parameters.Reverse())
            {
                yield return (parameter.Name, low, parameter.Width);
                low += parameter.Width;
            }
        }
    }

    /// <summary>The steps with that one number as their only input.</summary>
    public StepsModel Packed(StepsModel steps)
    {
        var places = Place.ToDictionary(input => input.Name, input => input.Low, StringComparer.Ordinal);
        return new(new EquatableArray<string>([At]), steps.Steps.Select(Pack).ToEquatable());

        StepModel Pack(StepModel step) => step switch
        {
            WriteStepModel write => write with { Parts = write.Parts.Select(part => part with { Value = Moved(part.Value) }).ToEquatable() },
            ModifyStepModel modify => modify with { Value = Moved(modify.Value) },
            CallStepModel call => call with { Arguments = call.Arguments.Select(Moved).ToEquatable() },
            _ => step,
        };

        StepValueModel Moved(StepValueModel value) => value with
        {
            Terms = value.Terms.Select(term => places.TryGetValue(term.Variable, out int low) ? term with { Variable = At, Low = term.Low + low } : term).ToEquatable(),
        };
    }

    /// <summary>The widths of accesses that reach registers of some widths, or parts of them.</summary>
    public static IEnumerable<int> WidthsWithin(IReadOnlyCollection<int> wholes) => s_widths.Where(width => wholes.Any(whole => width <= whole));

    /// <summary>Bits that hold a number.</summary>
    public static int BitsFor(uint largest)
    {
        int bits = 1;
        while (largest >> bits != 0 && bits < 32)
        {
            bits++;
        }

        return bits;
    }

    /// <summary>All data registers, each once.</summary>
    public IEnumerable<string> Data => Reads.Union(Writes);

    public string FullName => Owner is null ? Name : $"{Owner}.{Name}";

    /// <summary>Its full name without the signs of arrays, for documentation.</summary>
    public string Title => FullName.Replace("[#]", "");
}
