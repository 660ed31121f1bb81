using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a list of steps. One grammar serves everywhere: sequences, what stands around an access, how a window is reached.</summary>
/// <param name="references">Finds registers, fields and values.</param>
/// <param name="reporter">Gets the findings.</param>
/// <param name="scope">The block, region or window that the steps stand in, whose registers they may name without it.</param>
/// <param name="knowsPlace">Whether they are done for an access, so that it is known which set of a window's registers is meant.</param>
sealed class StepBinder(ReferenceBinder references, Reporter reporter, string? scope = null, bool knowsPlace = true)
{
    /// <summary>The steps that stand behind a key, or null.</summary>
    public StepsModel? Bind(MapReader map, string key, StepScope known) =>
        map.List(key) is { } list ? Bind(list, map.PathOf(key), known) : null;

    /// <summary>Binds steps; a delay of nothing stands in for one that is not understood.</summary>
    /// <param name="steps">The steps as they are written.</param>
    /// <param name="path">Where the list belongs in the model; a step is <c>path/0</c>.</param>
    /// <param name="known">The inputs of the list.</param>
    public StepsModel Bind(IReadOnlyList<ScalarNode> steps, string path, StepScope known)
    {
        List<StepModel> bound = [];
        for (int i = 0; i < steps.Count; i++)
        {
            string at = $"{path}/{i}";
            reporter.Place(at, steps[i]);
            var reader = new StepReader(steps[i], at, reporter);
            StepModel? step = Step(reader, known);
            if (step is not null && !reader.IsEnd)
            {
                reader.Lost(BindingRules.NotStep, reader.Next, $"'{reader.Next.Text}' does not belong to '{step}'.");
            }

            bound.Add(step ?? new DelayStepModel(0));
        }

        return new StepsModel(known.Inputs.Select(input => input.Name).ToEquatable(), bound.ToEquatable());
    }

    StepModel? Step(StepReader step, StepScope known)
    {
        // A register may be called like a keyword: then an arrow or a point follows.
        bool isKeyword = step.Second.Kind is StepTokenKind.Name or StepTokenKind.Number or StepTokenKind.Time;
        return (isKeyword ? step.Next.Text : "") switch
        {
            "read" => (StepModel?)Read(step),
            "let" or "result" => Let(step, known),
            "poll" => Poll(step),
            "delay" => Delay(step),
            "call" => Call(step, known),
            "" => Write(step, known),
            _ => Unknown(step),
        };
    }

    static StepModel? Unknown(StepReader step)
    {
        string word = step.Next.Text;
        string hint = Texts.DidYouMean(word, ["read", "let", "result", "poll", "delay", "call"]);
        step.Lost(BindingRules.NotStep, step.Next, $"There is no step '{word}'{(hint.Length > 0 ? hint : ".")}");
        return null;
    }

    ReadStepModel? Read(StepReader step)
    {
        step.Take();
        return Target(step) is { } source ? new ReadStepModel(source) : null;
    }

    ReadStepModel? Let(StepReader step, StepScope known)
    {
        bool isResult = step.Take().Text == "result";
        StepToken name = step.Take();
        if (known.Find(name.Text) is not null)
        {
            step.Lost(BindingRules.VariableTwice, name, $"There is a '{name.Text}' already.");
            return null;
        }

        if (name.Text is not ("" or "<-") && !Texts.IsName(name.Text))
        {
            step.Lost(BindingRules.NotName, name, $"What is read is kept under a name, but here is '{name.Text}'.");
            return null;
        }

        // Later steps may use the name, even where its source is not understood.
        FieldReference? source = step.Needs("<-", $"behind {name.Text}") ? Target(step) : null;
        known.Add(new(name.Text, source is null ? 0 : references.WidthOf(source)));
        return source is null || Count(step, source, isResult) is not { } count ? null : new ReadStepModel(source, name.Text, isResult, count);
    }

    // DATA * 256
    static int? Count(StepReader step, FieldReference source, bool isResult)
    {
        StepToken star = step.Next;
        if (!step.Takes("*"))
        {
            return 1;
        }

        StepToken word = step.Take();
        if (!isResult || source.Field is not null)
        {
            step.Lost(BindingRules.NotStep, star, "Only a whole register is read several times, and only as a result.");
            return null;
        }

        if (Texts.TryNumber(word.Text, out ulong count) && count is > 1 and <= 4096)
        {
            return (int)count;
        }

        step.Lost(BindingRules.OutOfRange, word, $"'{word.Text}' is no count of 2 to 4096.");
        return null;
    }

    PollStepModel? Poll(StepReader step)
    {
        step.Take();
        return new StepConditionBinder(references, scope, knowsPlace).Bind(step) is { } tests && step.Needs("within", "behind the condition") && Time(step) is { } time
            ? new PollStepModel(tests, time)
            : null;
    }

    static DelayStepModel? Delay(StepReader step)
    {
        step.Take();
        return Time(step) is { } time ? new DelayStepModel(time) : null;
    }

    static long? Time(StepReader step)
    {
        StepToken word = step.Take();
        if (word.Kind == StepTokenKind.Time && StepTime.TryParse(word.Text, out long nanoseconds))
        {
            return nanoseconds;
        }

        step.Lost(BindingRules.NotTime, word, word.Kind == StepTokenKind.End ? "A time is missing at the end." : $"'{word.Text}' is no time.");
        return null;
    }

    CallStepModel? Call(StepReader step, StepScope known)
    {
        step.Take();
        if (step.Reference("sequence") is not { } called || !step.Needs("(", $"behind {called.Text}"))
        {
            return null;
        }

        List<StepValueModel> arguments = [];
        while (!step.Takes(")"))
        {
            if ((arguments.Count > 0 && !step.Needs(",", "between arguments")) || new StepValueBinder(references, known).Bind(step, null) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        reporter.Place($"{step.Owner}/call", called);
        return new CallStepModel(references.Sequence(called.Text, scope), arguments.ToEquatable());
    }

    StepModel? Write(StepReader step, StepScope known)
    {
        if (Target(step) is not { } target || !step.Needs("<-", $"behind {target}"))
        {
            return null;
        }

        var values = new StepValueBinder(references, known);
        int first = step.At;
        if (step.Next.Kind == StepTokenKind.Name && step.Second.Is("=") && target.Field is null)
        {
            return Fields(step, values, target);
        }

        StepValueModel? value = values.Bind(step, target);
        reporter.Place($"{step.Owner}/value", step.Part(first, step.At));
        return value is null ? null
            : target.Field is null ? new WriteStepModel(target.Register, new EquatableArray<StepPartModel>([new(null, value)]))
            : new ModifyStepModel(target, value);
    }

    // LCR <- WordLength=Eight Dlab=1
    WriteStepModel? Fields(StepReader step, StepValueBinder values, FieldReference register)
    {
        List<StepPartModel> parts = [];
        while (step.Needs(StepTokenKind.Name, "The name of a field") is { } name)
        {
            if (references.FieldOf(register.Register, step.NodeOf(name), step.Owner) is not { Field: not null } field)
            {
                return null;
            }

            int first = step.At;
            if (!step.Needs("=", $"behind {name.Text}") || values.Bind(step, field) is not { } value)
            {
                return null;
            }

            if (parts.Any(part => part.Field == field.Field))
            {
                step.Lost(BindingRules.VariableTwice, name, $"{name.Text} has a value already.");
                return null;
            }

            reporter.Place($"{step.Owner}/{name.Text}", step.Part(first, step.At));
            parts.Add(new(field.Field, value));
            if (step.IsEnd)
            {
                return new WriteStepModel(register.Register, parts.ToEquatable());
            }
        }

        return null;
    }

    FieldReference? Field(StepReader step, ScalarNode node) => references.Field(node, node.Text, step.Owner, scope, knowsPlace);

    FieldReference? Target(StepReader step)
    {
        if (step.Reference() is not { } node || (references.Joined(node.Text, scope) ?? Field(step, node)) is not { } target)
        {
            return null;
        }

        reporter.Place($"{step.Owner}/target", node);
        return target;
    }
}
