using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a condition: <c>LCR.Dlab == 1</c>, <c>CR.Page in [0, 2] &amp;&amp; MODE.Test != Off</c>, or the name of a bank that steps select.</summary>
/// <param name="references">Finds registers, fields and values.</param>
/// <param name="banks">Names of the banks, and whether steps select them.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class ConditionBinder(ReferenceBinder references, IReadOnlyDictionary<string, bool> banks, Reporter reporter)
{
    static readonly string[] s_operators = ["==", "!=", " in "];

    /// <param name="node">Where the condition stands.</param>
    /// <param name="text">The condition itself, which may be a part of the node.</param>
    /// <param name="owner">The part of the model that is spoilt if it cannot be understood.</param>
    /// <param name="scope">The block that it stands in, whose registers it may name without their block.</param>
    /// <param name="selects">Whether it tells when something answers, so that a bank may be named.</param>
    public ConditionModel? Bind(ScalarNode node, string text, string owner, string? scope = null, bool selects = false)
    {
        var terms = new List<TermModel>();
        var named = new List<string>();
        foreach (string part in text.Split(["&&"], StringSplitOptions.None))
        {
            if (selects && BankOf(part.Trim(), scope) is { } bank)
            {
                if (!banks[bank])
                {
                    Wrong(node, owner, $"The bank {part.Trim()} is chosen by its field, so the condition names that.");
                    return null;
                }

                named.Add(bank);
                continue;
            }

            if (Term(node, part.Trim(), owner, scope) is not { } term)
            {
                return null;
            }

            terms.Add(term);
        }

        return new ConditionModel(terms.ToEquatable(), named.Distinct().ToEquatable());
    }

    // In the blocks around first.
    string? BankOf(string name, string? scope)
    {
        string? around = scope;
        while (around is not null && !banks.ContainsKey($"{around}.{name}"))
        {
            around = around.LastIndexOf('.') is > 0 and var dot ? around.Substring(0, dot) : null;
        }

        return around is not null ? $"{around}.{name}" : banks.ContainsKey(name) ? name : null;
    }

    TermModel? Term(ScalarNode node, string text, string owner, string? scope)
    {
        string? found = s_operators.FirstOrDefault(text.Contains);
        string[] sides = found is null ? [] : text.Split([found], StringSplitOptions.None);
        if (sides.Length != 2 || sides[0].Trim().Length == 0 || sides[1].Trim().Length == 0)
        {
            return Wrong(node, owner, text.Length == 0 || text == node.Text ? $"{node.Kind} is not a condition." : $"'{text}' in {node.Kind} is not a condition.");
        }

        string right = sides[1].Trim();
        if (right.Any(c => c == '&') || s_operators.Any(right.Contains))
        {
            return Wrong(node, owner, $"'{text}' is two conditions or more; '&&' stands between them.");
        }

        bool isList = found == " in ";
        if (isList != (right[0] == '[' && right[right.Length - 1] == ']'))
        {
            return Wrong(node, owner, isList ? $"'{text}' lacks the list behind 'in'." : $"'{text}' compares with a list.");
        }

        if (references.Field(node, sides[0].Trim(), owner, scope) is not { } field)
        {
            return null;
        }

        string[] written = isList ? right.Substring(1, right.Length - 2).Split(',') : [right];
        var values = new List<ulong>();
        foreach (string value in written)
        {
            if (references.Value(field, node, value.Trim(), owner) is not { } known)
            {
                return null;
            }

            values.Add(known);
        }

        return new TermModel(field, values.Distinct().ToEquatable(), Except: found == "!=");
    }

    TermModel? Wrong(ScalarNode node, string owner, string what)
    {
        reporter.Spoil(owner);
        reporter.Report(BindingRules.NotCondition, node, what);
        return null;
    }
}
