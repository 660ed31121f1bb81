namespace RegGen.Compiler.Model;

/// <summary>What a part comes to that is an array, or stands in an array of blocks: elements, each with its own name, address and references.</summary>
static class Elements
{
    // Stands for the elements that are not told apart.
    const string Any = "#";

    /// <summary>The elements of a register, the first block's first; one that is no array and in none is its own only element.</summary>
    public static IEnumerable<RegisterModel> Of(DeviceModel device, RegisterModel register)
    {
        ArrayModel[] arrays = Arrays(device, register, out int outside);
        return arrays.Length == 0 ? [register] : Combined(arrays, outside).Select(element => Element(register, element.Labels, element.Offset));
    }

    /// <summary>The elements of what stands in something, as their labels; one without a label if there are no arrays around.</summary>
    public static IEnumerable<IReadOnlyList<string>> LabelsIn(DeviceModel device, string? owner) => Combined([.. Around(device, owner).Select(each => each.Array)], 0).Select(element => element.Labels);

    /// <summary>Whether there are several of what stands in something.</summary>
    public static bool AreIn(DeviceModel device, string? owner) => Around(device, owner).Any();

    /// <summary>The arrays around what stands in something, the outermost first.</summary>
    public static IReadOnlyList<ArrayModel> ArraysAround(DeviceModel device, string? owner) => [.. Around(device, owner).Select(each => each.Array)];

    /// <summary>Whether labels are those of an element of what stands in something.</summary>
    public static bool AreOf(DeviceModel device, string? owner, IReadOnlyList<string> labels)
    {
        ArrayModel[] arrays = [.. Around(device, owner).Select(each => each.Array)];
        return arrays.Length == labels.Count && arrays.Zip(labels, PositionOf).All(position => position >= 0);
    }

    /// <summary>The element of a register with some labels, or null if there is none.</summary>
    public static RegisterModel? One(DeviceModel device, RegisterModel register, IReadOnlyList<string> labels)
    {
        ArrayModel[] arrays = Arrays(device, register, out int outside);
        int[] positions = [.. arrays.Zip(labels, PositionOf)];
        return arrays.Length != labels.Count || positions.Any(position => position < 0)
            ? null
            : Element(register, labels, Enumerable.Range(outside, arrays.Length - outside).Sum(i => labels[i] == Any ? 0 : arrays[i].Offsets[positions[i]]));
    }

    /// <summary>A name with labels in place of the signs: <c>Channel[#].LCR</c> becomes <c>Channel[2].LCR</c>.</summary>
    public static string Filled(string name, IReadOnlyList<string> labels)
    {
        for (int i = 0, at = -1; i < labels.Count && (at = name.IndexOf('#', at + 1)) >= 0; i++)
        {
            name = name.Substring(0, at) + labels[i] + name.Substring(at + 1);
            at += labels[i].Length - 1;
        }

        return name;
    }

    public static WindowModel Filled(WindowModel window, IReadOnlyList<string> labels) => labels.Count == 0 ? window : window with
    {
        Owner = FilledOrNull(window.Owner, labels),
        Labels = labels.ToEquatable(),
        Index = Filled(window.Index, labels),
        Select = Filled(window.Select, labels),
        ReadSteps = Filled(window.ReadSteps, labels),
        WriteSteps = Filled(window.WriteSteps, labels),
        Enter = Filled(window.Enter, labels),
        Exit = Filled(window.Exit, labels),
        Reads = Filled(window.Reads, labels),
        Writes = Filled(window.Writes, labels),
    };

    public static JoinedModel Filled(JoinedModel joined, IReadOnlyList<string> labels) => labels.Count == 0 ? joined : joined with
    {
        Owner = FilledOrNull(joined.Owner, labels),
        Of = joined.Of.Select(part => Filled(part, labels)).ToEquatable(),
        ReadOrder = Filled(joined.ReadOrder, labels),
        WriteOrder = Filled(joined.WriteOrder, labels),
        Number = Filled(joined.Number, labels),
        Protocol = Filled(joined.Protocol, labels),
    };

    public static SequenceModel Filled(SequenceModel sequence, IReadOnlyList<string> labels) =>
        labels.Count == 0 ? sequence : sequence with { Owner = FilledOrNull(sequence.Owner, labels), Steps = Filled(sequence.Steps, labels)! };

    public static OneShotModel Filled(OneShotModel bank, IReadOnlyList<string> labels) =>
        labels.Count == 0 ? bank : bank with { Owner = FilledOrNull(bank.Owner, labels), Steps = Filled(bank.Steps, labels)! };

    public static LockModel Filled(LockModel known, IReadOnlyList<string> labels) => labels.Count == 0 ? known : known with
    {
        Owner = FilledOrNull(known.Owner, labels), Unlock = Filled(known.Unlock, labels)!, Relock = Filled(known.Relock, labels),
    };

    static RegisterModel Element(RegisterModel register, IReadOnlyList<string> labels, int offset)
    {
        bool isArray = register.Array is not null && labels[labels.Count - 1] == Any;
        return register with
        {
            Owner = FilledOrNull(register.Owner, labels),
            Window = FilledOrNull(register.Window, labels),
            Labels = labels.ToEquatable(),
            Array = isArray ? register.Array : null,
            Label = register.Array is null ? register.Label : isArray ? null : labels[labels.Count - 1],
            Offset = offset,
            Address = register.Address + offset,
            When = Filled(register.When, labels),
            WriteEnable = Filled(register.WriteEnable, labels),
            WritePlace = register.WritePlace is { } write ? new PlaceModel(write.Address + offset, Filled(write.When, labels)) : null,
            Overlaps = Filled(register.Overlaps, labels),
            PreviousOf = FilledOrNull(register.PreviousOf, labels),
            Protocol = Filled(register.Protocol, labels),
            Number = Filled(register.Number, labels),
            Fields = register.Fields.Any(field => field.BcdWhen is not null) ? register.Fields.Select(field => Filled(field, labels)!).ToEquatable() : register.Fields,
        };
    }

    // Arrays around a window choose the window, and move no index behind it.
    static ArrayModel[] Arrays(DeviceModel device, RegisterModel register, out int outside)
    {
        (ArrayModel Array, string? Window)[] around = [.. Around(device, register.Owner)];
        outside = around.TakeWhile(each => each.Window != register.Window).Count();
        return [.. around.Select(each => each.Array), .. register.Array is { } own ? new[] { own } : []];
    }

    // The window is the one that the block stands in.
    static IEnumerable<(ArrayModel Array, string? Window)> Around(DeviceModel device, string? owner) =>
        owner is null ? []
        : device.Index.Block(owner) is { } block ? Around(device, block.Owner).Concat(block.Array is { } array ? [(array, block.Window)] : Enumerable.Empty<(ArrayModel, string?)>())
        : Around(device, device.Index.Window(owner)?.Owner);

    static IEnumerable<(IReadOnlyList<string> Labels, int Offset)> Combined(ArrayModel[] arrays, int outside)
    {
        IEnumerable<(IReadOnlyList<string> Labels, int Offset)> elements = [([], 0)];
        for (int i = 0; i < arrays.Length; i++)
        {
            ArrayModel array = arrays[i];
            bool moves = i >= outside;
            elements = elements.SelectMany(element => array.Labels.Select((label, position) =>
                ((IReadOnlyList<string>)[.. element.Labels, label], element.Offset + (moves ? array.Offsets[position] : 0))));
        }

        return elements;
    }

    // -1 if there is no such element.
    static int PositionOf(ArrayModel array, string label) => label == Any ? 0 : array.Labels.ToList().IndexOf(label);

    static string? FilledOrNull(string? name, IReadOnlyList<string> labels) => name is null ? null : Filled(name, labels);

    static EquatableArray<string> Filled(EquatableArray<string> names, IReadOnlyList<string> labels) => names.Select(name => Filled(name, labels)).ToEquatable();

    static FieldReference Filled(FieldReference field, IReadOnlyList<string> labels) => field with { Register = Filled(field.Register, labels) };

    static ConditionModel? Filled(ConditionModel? condition, IReadOnlyList<string> labels) => condition is null ? null : new(
        condition.Terms.Select(term => term with { Field = Filled(term.Field, labels) }).ToEquatable(), Filled(condition.Banks, labels));

    static FieldModel? Filled(FieldModel? number, IReadOnlyList<string> labels) => number is null ? null : number with { BcdWhen = Filled(number.BcdWhen, labels) };

    static StepsModel? Filled(StepsModel? steps, IReadOnlyList<string> labels) =>
        steps is null ? null : steps with { Steps = steps.Steps.Select(step => Filled(step, labels)).ToEquatable() };

    static StepModel Filled(StepModel step, IReadOnlyList<string> labels) => step switch
    {
        WriteStepModel write => write with { Register = Filled(write.Register, labels) },
        ModifyStepModel modify => modify with { Field = Filled(modify.Field, labels) },
        ReadStepModel read => read with { Source = Filled(read.Source, labels) },
        PollStepModel poll => poll with { Tests = poll.Tests.Select(test => test with { Field = Filled(test.Field, labels) }).ToEquatable() },
        CallStepModel call => call with { Sequence = Filled(call.Sequence, labels) },
        _ => step,
    };

    // Steps for both directions stay the same list.
    static ProtocolModel? Filled(ProtocolModel? around, IReadOnlyList<string> labels)
    {
        if (around is null)
        {
            return null;
        }

        StepsModel? beforeRead = Filled(around.BeforeRead, labels), afterRead = Filled(around.AfterRead, labels);
        return new(
            beforeRead, afterRead,
            ReferenceEquals(around.BeforeRead, around.BeforeWrite) ? beforeRead : Filled(around.BeforeWrite, labels),
            ReferenceEquals(around.AfterRead, around.AfterWrite) ? afterRead : Filled(around.AfterWrite, labels));
    }
}
