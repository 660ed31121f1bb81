using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a condition of a step: <c>STATUS.Busy == 0 &amp;&amp; STATUS.Phase in [Command, Data]</c>.</summary>
sealed class StepConditionBinder(ReferenceBinder references, string? scope, bool knowsPlace)
{
    /// <summary>The terms, all of which must hold, or null; what stands behind the condition is left.</summary>
    public EquatableArray<StepTestModel>? Bind(StepReader step)
    {
        List<StepTestModel> tests = [];
        do
        {
            if (Test(step) is not { } test)
            {
                return null;
            }

            tests.Add(test);
        }
        while (step.Takes("&&"));

        return tests.ToEquatable();
    }

    StepTestModel? Test(StepReader step)
    {
        if (step.Reference() is not { } node
            || references.Field(node, node.Text, step.Owner, scope, knowsPlace) is not { } field)
        {
            return null;
        }

        StepToken sign = step.Take();
        if (sign.Is("in"))
        {
            return Values(step, field);
        }

        if (!sign.Is("==") && !sign.Is("!="))
        {
            step.Lost(BindingRules.NotStep, sign, $"'==', '!=' or 'in' is missing behind {field}.");
            return null;
        }

        return Value(step, field) is { } value
            ? new StepTestModel(field, new EquatableArray<ulong>([value.Value]), sign.Is("!="), value.Text)
            : null;
    }

    StepTestModel? Values(StepReader step, FieldReference field)
    {
        if (!step.Needs("[", "behind 'in'"))
        {
            return null;
        }

        List<(ulong Value, string Text)> values = [];
        do
        {
            if (Value(step, field) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (step.Takes(","));

        return step.Needs("]", "behind the values")
            ? new StepTestModel(field, values.Select(value => value.Value).ToEquatable(), Except: false, $"[{string.Join(", ", values.Select(value => value.Text))}]")
            : null;
    }

    (ulong Value, string Text)? Value(StepReader step, FieldReference field)
    {
        StepToken word = step.Take();
        if (word.Kind is not (StepTokenKind.Name or StepTokenKind.Number))
        {
            step.Lost(BindingRules.NotStep, word, $"A value of {field} is missing.");
            return null;
        }

        return references.Value(field, step.NodeOf(word), word.Text, step.Owner) is { } value ? (value, word.Text) : null;
    }
}
