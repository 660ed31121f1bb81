using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Steps as C# expressions.</summary>
/// <param name="device">The device.</param>
/// <param name="routes">Where its registers are.</param>
/// <param name="stepsOf">The steps of a sequence that is called, as an expression.</param>
sealed class StepsText(DeviceModel device, Routes routes, Func<SequenceModel, string> stepsOf)
{
    /// <summary>The arguments of a <c>StepList</c>: the number of variables, then the steps.</summary>
    public IReadOnlyList<string> Arguments(StepsModel steps)
    {
        IReadOnlyList<string> variables = steps.Variables;
        return [$"{variables.Count}", .. steps.Steps.Select(step => Text(step, variables))];
    }

    /// <summary>The terms of a condition, as what is read and compared.</summary>
    public string Tests(ConditionModel condition) => string.Join(", ", condition.Terms.Select(term =>
    {
        RegisterModel register = device.Find(term.Field.Register)!;
        FieldModel? field = register.Find(term.Field.Field ?? "");
        return Text(new Test(register, field?.Mask ?? register.Mask, [.. term.Values.Select(value => field?.Place(value) ?? value)], term.Except));
    }));

    string Text(StepModel step, IReadOnlyList<string> variables) => step switch
    {
        WriteStepModel write => Write(write, variables),
        ModifyStepModel modify => Modify(modify, variables),
        ReadStepModel { Variable: null } read => $"new ReadStep({Place(read.Source.Register)})",
        ReadStepModel read => Read(read, variables),
        PollStepModel poll => Poll(poll),
        DelayStepModel delay => $"new DelayStep({Number(delay.Nanoseconds)})",
        CallStepModel call => $"new CallStep({string.Join(", ", [stepsOf(device.FindSequence(call.Sequence)!), .. call.Arguments.Select(argument => Value(argument, variables))])})",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    string Write(WriteStepModel write, IReadOnlyList<string> variables)
    {
        if (write.Parts is [{ Field: null } whole])
        {
            return $"new WriteStep({Place(write.Register)}, {Value(whole.Value, variables)})";
        }

        RegisterModel register = device.Find(write.Register)!;
        ulong constant = register.Inert;
        List<StepTermModel> terms = [];
        foreach (StepPartModel part in write.Parts)
        {
            FieldModel field = register.Find(part.Field!)!;
            constant = (constant & ~field.Mask) | field.Place(part.Value.Constant);
            terms.AddRange(part.Value.Terms.SelectMany(term => Placed(term, field)));
        }

        return $"new WriteStep({Place(write.Register)}, {Value(new(constant, terms.ToEquatable()), variables)})";
    }

    // Bits that act when written take the value that does nothing, as in a modify by the program.
    string Modify(ModifyStepModel modify, IReadOnlyList<string> variables)
    {
        RegisterModel register = device.Find(modify.Field.Register)!;
        FieldModel field = register.Find(modify.Field.Field!)!;
        ulong keep = register.Preserved & ~field.Mask;
        ulong constant = (register.Inert & ~keep & ~field.Mask) | field.Place(modify.Value.Constant);
        StepTermModel[] terms = [.. modify.Value.Terms.SelectMany(term => Placed(term, field))];
        return $"new ModifyStep({Place(modify.Field.Register)}, {Hex(keep, register.Width)}, {Value(new(constant, terms.ToEquatable()), variables)})";
    }

    string Read(ReadStepModel read, IReadOnlyList<string> variables)
    {
        RegisterModel? register = device.Find(read.Source.Register);
        int number = variables.ToList().IndexOf(read.Variable!);
        if (read.Count > 1)
        {
            return $"new ReadBlockStep({Place(read.Source.Register)}, {number}, {read.Count})";
        }

        return register?.Find(read.Source.Field ?? "") is { } field
            ? field.Pieces.Count > 1
                ? $"new ReadStep({Place(register.FullName)}, {number}, [{Pieces(field)}])"
                : $"new ReadStep({Place(register.FullName)}, {number}, {field.Low}, {Hex(field.Largest, field.Width)})"
            : $"new ReadStep({Place(read.Source.Register)}, {number})";
    }

    string Poll(PollStepModel poll)
    {
        List<Test> tests = [];
        foreach (StepTestModel test in poll.Tests)
        {
            RegisterModel register = device.Find(test.Field.Register)!;
            FieldModel? field = register.Find(test.Field.Field ?? "");
            ulong mask = field?.Mask ?? register.Mask;
            ulong[] values = [.. test.Values.Select(value => field?.Place(value) ?? value)];
            bool joins = tests.Count > 0 && tests[tests.Count - 1] is var last && last.Register == register && last.IsOne && (last.Mask & mask) == 0
                && values.Length == 1 && !test.Except;
            if (joins)
            {
                Test before = tests[tests.Count - 1];
                tests[tests.Count - 1] = before with { Mask = before.Mask | mask, Values = [before.Values[0] | values[0]] };
            }
            else
            {
                tests.Add(new(register, mask, values, test.Except));
            }
        }

        return $"new PollStep({string.Join(", ", [CSharpText.Literal(poll.Condition), Number(poll.Nanoseconds), .. tests.Select(Text)])})";
    }

    /// <summary>A term of a condition as a <c>StepTest</c>.</summary>
    public string Text(TermModel term)
    {
        RegisterModel register = device.Find(term.Field.Register)!;
        FieldModel? field = register.Find(term.Field.Field ?? "");
        return Text(new Test(register, field?.Mask ?? register.Mask, [.. term.Values.Select(value => field?.Place(value) ?? value)], term.Except));
    }

    string Text(Test test)
    {
        string values = string.Join(", ", test.Values.Select(value => Hex(value, test.Register.Width)));
        return $"new StepTest({Place(test.Register.FullName)}, {Hex(test.Mask, test.Register.Width)}, [{values}]{(test.Except ? ", Unless: true" : "")})";
    }

    // Fields of one register that are compared with one value each are compared together.
    sealed record Test(RegisterModel Register, ulong Mask, ulong[] Values, bool Except)
    {
        public bool IsOne => Values.Length == 1 && !Except;
    }

    string Place(string name) => routes.PlaceOf(name);

    static string Value(StepValueModel value, IReadOnlyList<string> variables)
    {
        string constant = value.Constant > 9 ? $"0x{value.Constant:X}" : $"{value.Constant}";
        return value.Terms.Count == 0 ? constant : $"new StepValue({string.Join(", ", [constant, .. value.Terms.Select(term =>
            $"new StepTerm({variables.ToList().IndexOf(term.Variable)}, {term.Low}, 0x{term.Mask:X}, {term.Shift})")])})";
    }

    // A field whose bits do not lie together takes each stretch of them from the variable.
    public static IEnumerable<StepTermModel> Placed(StepTermModel term, FieldModel field)
    {
        int low = field.Width;
        foreach (BitRange piece in field.Pieces)
        {
            low -= piece.Width;
            int first = Math.Max(low, term.Shift), end = Math.Min(low + piece.Width, term.Shift + term.Width);
            if (first < end)
            {
                yield return term with { Low = term.Low + first - term.Shift, Width = end - first, Shift = piece.Low + first - low };
            }
        }
    }

    // The field's bits moved together, as terms of what was read.
    static string Pieces(FieldModel field)
    {
        int low = field.Width;
        return string.Join(", ", field.Pieces.Select(piece =>
        {
            low -= piece.Width;
            return $"new StepTerm(0, {piece.Low}, {Hex(BitRange.Ones(piece.Width), piece.Width)}, {low})";
        }));
    }

    static string Hex(ulong value, int width) => "0x" + value.ToString($"X{Math.Max(1, width / 4)}", CultureInfo.InvariantCulture);

    public static string Number(long nanoseconds) => nanoseconds.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "_");
}
