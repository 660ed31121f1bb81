using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a value of a step: <c>0x80 | channel &lt;&lt; 6 | at[5..0]</c>, or a name of the field's enum.</summary>
sealed class StepValueBinder(ReferenceBinder references, StepScope scope)
{
    /// <param name="step">The step, at the value.</param>
    /// <param name="target">What the value goes to, or null; tells which names of values there are.</param>
    public StepValueModel? Bind(StepReader step, FieldReference? target)
    {
        ulong constant = 0;
        List<StepTermModel> terms = [];
        do
        {
            if (!Part(step, target, ref constant, terms))
            {
                return null;
            }
        }
        while (step.Takes("|"));

        return new StepValueModel(constant, terms.ToEquatable());
    }

    bool Part(StepReader step, FieldReference? target, ref ulong constant, List<StepTermModel> terms)
    {
        StepToken word = step.Take();
        if (word.Kind == StepTokenKind.Name && scope.Find(word.Text) is { } variable)
        {
            return Slice(step, variable) is { } term && Shift(step, 64 - term.Width) is { } up && Add(terms, term with { Shift = up });
        }

        if (Constant(step, word, target) is not { } value || Shift(step, 63) is not { } shift)
        {
            return false;
        }

        constant |= value << shift;
        return true;
    }

    static bool Add(List<StepTermModel> terms, StepTermModel term)
    {
        terms.Add(term);
        return true;
    }

    ulong? Constant(StepReader step, StepToken word, FieldReference? target)
    {
        if (word.Kind == StepTokenKind.Number && Texts.TryNumber(word.Text, out ulong number))
        {
            return number;
        }

        if (word.Kind == StepTokenKind.Name && target is not null && references.HasNames(target))
        {
            return references.Value(target, step.NodeOf(word), word.Text, step.Owner, isWritten: true);
        }

        if (word.Kind == StepTokenKind.Name)
        {
            string hint = Texts.DidYouMean(word.Text, scope.Names);
            step.Lost(BindingRules.UnknownVariable, word, $"There is no '{word.Text}' here{(hint.Length > 0 ? hint : ".")}");
            return null;
        }

        step.Lost(BindingRules.NotStep, word, word.Kind == StepTokenKind.End ? "A value is missing at the end." : $"'{word.Text}' is no value.");
        return null;
    }

    // at[5..0], at[5:0], at[3]
    static StepTermModel? Slice(StepReader step, StepVariable variable)
    {
        if (!step.Takes("["))
        {
            return new StepTermModel(variable.Name, 0, Math.Max(1, variable.Width), 0, Sliced: false);
        }

        StepToken first = step.Next;
        ScalarNode bits = step.Until("]");
        if (!Texts.TryBits(bits.Text, out int high, out int low) || high >= (variable.Width == 0 ? 64 : variable.Width))
        {
            step.Lost(BindingRules.NotBits, first, $"'{bits.Text}' is no bits of {variable.Name}, which has bits {variable.Width - 1}..0.");
            return null;
        }

        return step.Needs("]", "behind the bits") ? new StepTermModel(variable.Name, low, high - low + 1, 0, Sliced: true) : null;
    }

    static int? Shift(StepReader step, int most)
    {
        if (!step.Takes("<<"))
        {
            return 0;
        }

        StepToken word = step.Next;
        if (step.Needs(StepTokenKind.Number, "The number of bits to shift by") is null)
        {
            return null;
        }

        if (Texts.TryNumber(word.Text, out ulong shift) && shift <= (ulong)most)
        {
            return (int)shift;
        }

        step.Lost(BindingRules.NotStep, word, $"A shift by {word.Text} moves bits out of 64.");
        return null;
    }
}
