using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the sequences of a device: a typed method for each, and their steps as data.</summary>
sealed class SequencesEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    readonly Dictionary<string, string> _lists = ListsOf(device, names);

    /// <param name="owner">Full name of the block whose sequences are emitted; null for the device.</param>
    /// <param name="scope">Where.</param>
    public void EmitMethods(string? owner, MemberScope scope)
    {
        foreach (SequenceModel sequence in device.Sequences.Where(sequence => sequence.Owner == owner))
        {
            EmitMethod(sequence, scope);
        }
    }

    /// <summary>The steps, each list behind those that it calls.</summary>
    public void EmitSteps()
    {
        if (device.Sequences.Count == 0)
        {
            return;
        }

        var steps = new StepsText(device, routes, called => $"{ListOf(called)}.Steps");
        writer.Line();
        writer.Block("static class Sequences", () =>
        {
            foreach (SequenceModel sequence in InOrderOfCalls())
            {
                string results = string.Concat(sequence.Steps.Results.Select(result => $", ({sequence.Steps.Variables.ToList().IndexOf(result.Variable!)}, {result.Count})"));
                writer.List($"public static readonly Sequence {ListOf(sequence)} = new(new(", steps.Arguments(sequence.Steps), $"){results});");
            }

            foreach (SequenceModel sequence in device.Sequences.Where(sequence => Elements.AreIn(device, sequence.Owner)))
            {
                writer.List($"public static readonly Sequence[] {ListOf(sequence)} = [", device.ElementsOf(sequence).Select(ListOf), "];");
            }
        });
    }

    // One of the device is called like its method; those of blocks have the block in front.
    static Dictionary<string, string> ListsOf(DeviceModel device, Names names)
    {
        var lists = device.Sequences.Where(sequence => sequence.Owner is null).GroupBy(sequence => sequence.FullName)
            .ToDictionary(same => same.Key, same => names.Of(same.First().Path), StringComparer.Ordinal);
        var taken = new HashSet<string>(lists.Values, StringComparer.Ordinal);
        foreach (string name in device.Sequences.Where(sequence => sequence.Owner is not null).SelectMany(sequence => device.ElementsOf(sequence).Prepend(sequence)).Select(sequence => sequence.FullName))
        {
            if (!lists.ContainsKey(name))
            {
                string wanted = Routes.Spelled(name.Replace("#", "")), given = wanted;
                for (int i = 2; !taken.Add(given); i++)
                {
                    given = $"{wanted}{i}";
                }

                lists[name] = given;
            }
        }

        return lists;
    }

    string ListOf(SequenceModel sequence) => _lists[sequence.FullName];

    void EmitMethod(SequenceModel sequence, MemberScope scope)
    {
        string name = names.Of(sequence.Path);
        ReadStepModel[] results = [.. sequence.Steps.Results];
        (string Type, string Name)[] found = [.. results.Select(result => ($"{TypeOf(result.Source)}{(result.Count > 1 ? "[]" : "")}", names.Of($"{sequence.Path}/results/{result.Variable}")))];
        if (found.Length > 1)
        {
            writer.Line();
            writer.Line($"/// <summary>What <see cref=\"{name}\"/> results in.</summary>");
            foreach ((ReadStepModel result, (string _, string property)) in results.Zip(found, (result, each) => (result, each)))
            {
                writer.Doc($"param name=\"{property}\"", CSharpText.Xml($"{MemberDocs.Inside(sequence.Owner, $"{result.Source}")}."));
            }

            writer.List($"public readonly record struct {ResultOf(sequence)}(", found.Select(each => $"{each.Type} {each.Name}"), ");");
        }

        EmitDoc(sequence);
        string type = found.Length switch { 0 => "void", 1 => found[0].Type, _ => ResultOf(sequence) };
        bool asks = Dangers.In(device, sequence.Steps.Steps).Any();
        string[] token = asks ? ["Danger danger"] : [];
        string head = $"public {type} {name}({string.Join(", ", [.. token, .. sequence.Parameters.Select(parameter => $"{TypeOf(parameter)} {ParameterOf(sequence, parameter)}")])})";
        string accepted = asks ? "danger, " : "";
        string arguments = string.Join(", ", [scope.Device, .. sequence.Parameters.Select(parameter => Argument(sequence, parameter))]);
        string list = $"Sequences.{ListOf(sequence)}{(Elements.AreIn(device, sequence.Owner) ? $"[{scope.Index}]" : "")}";
        int count = results.Sum(result => result.Count);
        if (count < 2)
        {
            string run = $"{list}.Run({accepted}{arguments})";
            writer.Arrow(head, found.Length == 0 ? run : Typed(found[0].Type, results[0].Source, run));
            return;
        }

        writer.Block(head, () =>
        {
            writer.Line($"Span<ulong> found = stackalloc ulong[{count}];");
            writer.Line($"{list}.Run({accepted}found, {arguments});");
            IEnumerable<string> values = results.Select((result, i) => Found(result, found[i].Type, results.Take(i).Sum(before => before.Count)));
            writer.List(found.Length == 1 ? "return " : "return new(", values, found.Length == 1 ? ";" : ");");
        });
    }

    string Found(ReadStepModel result, string type, int first) => result.Count == 1
        ? Typed(type, result.Source, $"found[{first}]")
        : $"Sequence.Block<{TypeOf(result.Source)}>(found.Slice({first}, {result.Count}))";

    void EmitDoc(SequenceModel sequence)
    {
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(sequence.Doc, $"The sequence {sequence.Name}.")));
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (StepModel step in sequence.Steps.Steps)
        {
            writer.Line($"/// {CSharpText.Xml(MemberDocs.Inside(sequence.Owner, step.ToString()!))}");
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
        string[] dangers = [.. Dangers.In(device, sequence.Steps.Steps).GroupBy(part => part.Danger.Text.TrimEnd('.'))
            .Select(same => $"{string.Join(", ", same.Select(part => part.Name))}: {same.Key}.")];
        if (dangers.Length > 0)
        {
            writer.Doc("param name=\"danger\"", CSharpText.Xml($"Accepts what it writes. {string.Join(" ", dangers)}"));
        }

        foreach (ParameterModel parameter in sequence.Parameters)
        {
            string bits = parameter.Width == 1 ? "1 bit" : $"{parameter.Width} bits";
            writer.Doc($"param name=\"{ParameterOf(sequence, parameter).TrimStart('@')}\"", CSharpText.Xml(DeviceEmitter.Text(parameter.Doc, $"{parameter.Name}: {bits}.")));
        }

        if (Polls(sequence))
        {
            writer.Line("/// <exception cref=\"TimeoutException\">A poll was late; the steps after it have not run.</exception>");
        }

        writer.Line("/// <exception cref=\"PortAccessException\">An access was refused.</exception>");
    }

    bool Polls(SequenceModel sequence) => sequence.Steps.Steps.Any(step => step is PollStepModel
        || (step is CallStepModel call && device.FindSequence(call.Sequence) is { } called && Polls(called)));

    List<SequenceModel> InOrderOfCalls()
    {
        List<SequenceModel> ordered = [];
        foreach (SequenceModel sequence in device.Sequences.SelectMany(device.ElementsOf))
        {
            Add(sequence);
        }

        return ordered;

        void Add(SequenceModel sequence)
        {
            if (ordered.Contains(sequence))
            {
                return;
            }

            foreach (CallStepModel call in sequence.Steps.Steps.OfType<CallStepModel>())
            {
                Add(device.FindSequence(call.Sequence)!);
            }

            ordered.Add(sequence);
        }
    }

    string ResultOf(SequenceModel sequence) => names.Of($"{sequence.Path}/result");

    string ParameterOf(SequenceModel sequence, ParameterModel parameter) => names.Of($"{sequence.Path}/parameters/{parameter.Name}");

    string TypeOf(ParameterModel parameter) => parameter.Enum is not null ? names.EnumOf(parameter.Enum).Name
        : parameter.Like is not null ? TypeOf(parameter.Like, isWritten: true)
        : Plain(parameter.Width);

    string TypeOf(FieldReference source, bool isWritten = false)
    {
        if (device.Find(source.Register) is not { } register)
        {
            return CSharpText.Integer(device.WidthOf(source));
        }

        return CodeOf(source, isWritten)?.Type ?? names.ValueOf(register);
    }

    // A field has the type that it has in its register.
    FieldCode? CodeOf(FieldReference? source, bool isWritten = false) =>
        source is not null && device.Find(source.Register) is { } register && register.Find(source.Field ?? "") is { } field
            ? FieldCode.InSteps(register, field, (isWritten ? names.WriteEnumOf(field) : null) ?? names.EnumOf(field, register))
            : null;

    string Argument(SequenceModel sequence, ParameterModel parameter)
    {
        string name = ParameterOf(sequence, parameter);
        string type = TypeOf(parameter);
        if (type == "bool")
        {
            return $"{name} ? 1u : 0u";
        }

        if (type.EndsWith("Value", StringComparison.Ordinal) && parameter.Like is { Field: null })
        {
            return $"{name}.Raw";
        }

        if (parameter.Like is { } like && device.Find(like.Register)?.Find(like.Field ?? "") is { } field
            && (field.Kind != NumberKind.Binary || field.Scale is not null || field.Min is not null || field.Max is not null || type != Plain(field.Width)))
        {
            return CodeOf(like, isWritten: true)!.NumberOf(name);
        }

        int bits = parameter.Enum is null ? CSharpText.IntegerBits(parameter.Width) : names.EnumOf(parameter.Enum).Bits;
        string number = type != Plain(parameter.Width) ? $"({(bits > 32 ? "ulong" : "uint")}){name}" : name;
        return parameter.Width == bits ? number : $"FieldBits.Fit({number}, 0x{ulong.MaxValue >> (64 - parameter.Width):X})";
    }

    string Typed(string type, FieldReference source, string number) => CodeOf(source)?.Get(number) ?? type switch
    {
        "bool" => $"{number} != 0",
        "ulong" => number,
        _ when source.Field is null && device.Find(source.Register) is { Fields.Count: > 0 } register => $"new({(register.Width == 64 ? "" : $"({CSharpText.Integer(register.Width)})")}{number})",
        _ => $"({type}){number}",
    };

    static string Plain(int width) => width == 1 ? "bool" : CSharpText.Integer(width);
}
