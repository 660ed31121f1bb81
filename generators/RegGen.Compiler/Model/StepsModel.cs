namespace RegGen.Compiler.Model;

/// <summary>A list of steps.</summary>
/// <param name="Inputs">Names of its inputs: variables that are known when it starts.</param>
/// <param name="Steps">The steps, in order.</param>
sealed record StepsModel(EquatableArray<string> Inputs, EquatableArray<StepModel> Steps)
{
    /// <summary>The inputs, then what steps read: a variable's place here is its number.</summary>
    public IReadOnlyList<string> Variables => [.. Inputs, .. Steps.OfType<ReadStepModel>().Where(step => step.Variable is not null).SelectMany(step => Enumerable.Repeat(step.Variable!, step.Count))];

    /// <summary>Some of the steps, with the same inputs.</summary>
    public StepsModel Part(int first, int end) => this with { Steps = Steps.Skip(first).Take(end - first).ToEquatable() };

    /// <summary>The steps whose value is a result, in order.</summary>
    public IEnumerable<ReadStepModel> Results => Steps.OfType<ReadStepModel>().Where(step => step.IsResult);
}

/// <summary>One step; its text is how it is written.</summary>
abstract record StepModel
{
    /// <summary>The registers and fields that it reads or writes.</summary>
    public abstract IEnumerable<FieldReference> Targets { get; }
}

/// <summary><c>REG &lt;- value</c>, <c>REG &lt;- Field=value Field=value</c>.</summary>
sealed record WriteStepModel(string Register, EquatableArray<StepPartModel> Parts) : StepModel
{
    public override IEnumerable<FieldReference> Targets => [new(Register, null)];

    public override string ToString() => $"{Register} <- {string.Join(" ", Parts)}";
}

/// <summary><c>REG.Field &lt;- value</c>: the other fields stay as they are.</summary>
sealed record ModifyStepModel(FieldReference Field, StepValueModel Value) : StepModel
{
    public override IEnumerable<FieldReference> Targets => [Field];

    public override string ToString() => $"{Field} <- {Value}";
}

/// <summary><c>read REG</c>, <c>let x &lt;- REG.Field</c>, <c>result x &lt;- REG.Field</c>, <c>result words &lt;- DATA * 256</c>.</summary>
sealed record ReadStepModel(FieldReference Source, string? Variable = null, bool IsResult = false, int Count = 1) : StepModel
{
    public override IEnumerable<FieldReference> Targets => [Source];

    public override string ToString() => Variable is null ? $"read {Source}" : $"{(IsResult ? "result" : "let")} {Variable} <- {Source}{(Count > 1 ? $" * {Count}" : "")}";
}

/// <summary><c>poll REG.Field == value within 10ms</c>.</summary>
sealed record PollStepModel(EquatableArray<StepTestModel> Tests, long Nanoseconds) : StepModel
{
    public override IEnumerable<FieldReference> Targets => Tests.Select(test => test.Field);

    public string Condition => string.Join(" && ", Tests);

    public override string ToString() => $"poll {Condition} within {StepTime.Spelled(Nanoseconds)}";
}

/// <summary>A term of a condition: a field has one of some values, or none of them.</summary>
/// <param name="Field">The field, or a whole register.</param>
/// <param name="Values">The values.</param>
/// <param name="Except">Whether it must have none of them.</param>
/// <param name="Text">How the values are written: numbers, or names of the field's enum.</param>
sealed record StepTestModel(FieldReference Field, EquatableArray<ulong> Values, bool Except, string Text)
{
    public override string ToString() => $"{Field} {(Except ? "!=" : Values.Count == 1 ? "==" : "in")} {Text}";
}

/// <summary><c>delay 5us</c>.</summary>
sealed record DelayStepModel(long Nanoseconds) : StepModel
{
    public override IEnumerable<FieldReference> Targets => [];

    public override string ToString() => $"delay {StepTime.Spelled(Nanoseconds)}";
}

/// <summary><c>call Other(a, b)</c>.</summary>
sealed record CallStepModel(string Sequence, EquatableArray<StepValueModel> Arguments) : StepModel
{
    public override IEnumerable<FieldReference> Targets => [];

    public override string ToString() => $"call {Sequence}({string.Join(", ", Arguments)})";
}

/// <summary>What goes into a field, or into the whole register.</summary>
sealed record StepPartModel(string? Field, StepValueModel Value)
{
    public override string ToString() => Field is null ? Value.ToString() : $"{Field}={Value}";
}

/// <summary>Constant bits, and bits of variables beside them.</summary>
sealed record StepValueModel(ulong Constant, EquatableArray<StepTermModel> Terms)
{
    /// <summary>Bits that it may occupy, from position 0.</summary>
    public ulong Reach => Terms.Aggregate(Constant, (bits, term) => bits | term.Reach);

    public override string ToString() => string.Join(" | ", Constants.Concat(Terms.Select(term => term.ToString())));

    IEnumerable<string> Constants => Constant == 0 && Terms.Count > 0 ? [] : [Constant > 9 ? $"0x{Constant:X}" : $"{Constant}"];
}

/// <summary>Bits <paramref name="Low"/> and up of a variable, moved to <paramref name="Shift"/>.</summary>
sealed record StepTermModel(string Variable, int Low, int Width, int Shift, bool Sliced)
{
    public ulong Mask => ulong.MaxValue >> (64 - Width);

    public ulong Reach => Mask << Shift;

    public override string ToString() =>
        $"{Variable}{(Sliced ? $"[{(Width == 1 ? $"{Low}" : $"{Low + Width - 1}..{Low}")}]" : "")}{(Shift == 0 ? "" : $" << {Shift}")}";
}

/// <summary>A named list of steps.</summary>
sealed record SequenceModel(string Name, string Doc, EquatableArray<ParameterModel> Parameters, StepsModel Steps)
{
    public required string Path { get; init; }

    /// <summary>Full name of the block that it stands in, or null.</summary>
    public string? Owner { get; init; }

    public string FullName => Owner is null ? Name : $"{Owner}.{Name}";

    /// <summary>Its full name without the signs of arrays.</summary>
    public string Title => FullName.Replace("[#]", "");
}

/// <summary>A parameter of a sequence.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Width">Its bits.</param>
/// <param name="Enum">Name of its enum, or null.</param>
/// <param name="Like">The field that it has the type of, or null.</param>
sealed record ParameterModel(string Name, string Doc, int Width, string? Enum, FieldReference? Like);

/// <summary>Steps around the accesses of a register or joined value.</summary>
sealed record ProtocolModel(StepsModel? BeforeRead, StepsModel? AfterRead, StepsModel? BeforeWrite, StepsModel? AfterWrite)
{
    /// <summary>The lists that are there, each under the path where it is written.</summary>
    /// <param name="owner">Path of the register or joined value.</param>
    public IEnumerable<(string Path, StepsModel Steps)> ListsOf(string owner) =>
        Around(owner, "before", BeforeRead, BeforeWrite).Concat(Around(owner, "after", AfterRead, AfterWrite));

    static IEnumerable<(string, StepsModel)> Around(string owner, string key, StepsModel? read, StepsModel? write)
    {
        string path = $"{owner}/{key}";
        (string, StepsModel?)[] lists = ReferenceEquals(read, write) ? [(path, read)] : [($"{path}/read", read), ($"{path}/write", write)];
        return lists.Where(list => list.Item2 is not null).Select(list => (list.Item1, list.Item2!));
    }
}
