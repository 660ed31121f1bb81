using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Steps as C# expressions.</summary>
sealed class StepsText(DeviceModel device, Names names, Routes routes)
{
    /// <summary>The arguments of a <c>StepList</c>: the number of variables, then the steps.</summary>
    public IReadOnlyList<string> Arguments(StepsModel steps)
    {
        IReadOnlyList<string> variables = steps.Variables;
        return [$"{variables.Count}", .. steps.Steps.Select(step => Text(step, variables))];
    }

    string Text(StepModel step, IReadOnlyList<string> variables) => step switch
    {
        WriteStepModel write => Write(write, variables),
        ModifyStepModel modify => Modify(modify, variables),
        ReadStepModel { Variable: null } read => $"new ReadStep({Place(read.Source.Register)})",
        ReadStepModel read => Read(read, variables),
        PollStepModel poll => Poll(poll),
        DelayStepModel delay => $"new DelayStep({Number(delay.Nanoseconds)})",
        CallStepModel call => $"new CallStep({string.Join(", ", [$"{names.Of($"sequences/{call.Sequence}")}.Steps", .. call.Arguments.Select(argument => Value(argument, variables))])})",
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
        return $"new ModifyStep({Place(modify.Field.Register)}, {CSharpText.Hex(keep, register.Width)}, {Value(new(constant, terms.ToEquatable()), variables)})";
    }

    string Read(ReadStepModel read, IReadOnlyList<string> variables)
    {
        RegisterModel? register = device.Find(read.Source.Register);
        int number = variables.ToList().IndexOf(read.Variable!);
        return register?.Find(read.Source.Field ?? "") is { } field
            ? $"new ReadStep({Place(register.FullName)}, {number}, {field.Low}, {CSharpText.Hex(field.Largest, field.Width)})"
            : $"new ReadStep({Place(read.Source.Register)}, {number})";
    }

    string Poll(PollStepModel poll)
    {
        IEnumerable<string> tests = poll.Condition.Terms.Select(term =>
        {
            RegisterModel register = device.Find(term.Field.Register)!;
            FieldModel? field = register.Find(term.Field.Field ?? "");
            string mask = CSharpText.Hex(field?.Mask ?? register.Mask, register.Width);
            string values = string.Join(", ", term.Values.Select(value => CSharpText.Hex(field?.Place(value) ?? value, register.Width)));
            return $"new StepTest({Place(register.FullName)}, {mask}, [{values}]{(term.Except ? ", Unless: true" : "")})";
        });
        return $"new PollStep({string.Join(", ", [CSharpText.Literal(poll.Condition.ToString()), Number(poll.Nanoseconds), .. tests])})";
    }

    string Place(string name) => routes.PlaceOf(name);

    static string Value(StepValueModel value, IReadOnlyList<string> variables)
    {
        string constant = value.Constant > 9 ? $"0x{value.Constant:X}" : $"{value.Constant}";
        return value.Terms.Count == 0 ? constant : $"new({string.Join(", ", [constant, .. value.Terms.Select(term =>
            $"new StepTerm({variables.ToList().IndexOf(term.Variable)}, {term.Low}, 0x{term.Mask:X}, {term.Shift})")])})";
    }

    // A field whose bits do not lie together takes each stretch of them from the variable.
    static IEnumerable<StepTermModel> Placed(StepTermModel term, FieldModel field)
    {
        yield return term with { Shift = term.Shift + field.Low };
    }

    static string Number(long nanoseconds) => nanoseconds.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "_");
}
