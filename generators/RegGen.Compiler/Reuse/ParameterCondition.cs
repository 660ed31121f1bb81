using System.Text.RegularExpressions;
using RegGen.Compiler.Binding;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Reuse;

/// <summary>The condition of an optional part: <c>HasFifo</c>, <c>not HasFifo</c>, <c>Counters > 2</c>, several joined by <c>&amp;&amp;</c>.</summary>
sealed class ParameterCondition(ScalarNode text, Parameters parameters, Reporter reporter)
{
    static readonly Regex Shape = new(@"^(?:(?<not>not\s+|!\s*)?(?<name>\w+)|(?<name>\w+)\s*(?<sign>==|!=|<=|>=|<|>)\s*(?<value>\w+))$", RegexOptions.ExplicitCapture);

    /// <summary>Whether it holds. What is not understood is reported and holds.</summary>
    public bool Holds() => text.Text.Split(["&&"], StringSplitOptions.None).Select(term => Holds(term.Trim())).ToArray().All(holds => holds);

    bool Holds(string term)
    {
        if (Shape.Match(term) is not { Success: true } match)
        {
            return Lost($"'{term}' is not a condition over parameters.");
        }

        string name = match.Groups["name"].Value;
        if (parameters.ValueOf(name, text) is not { } value)
        {
            return true;
        }

        if (match.Groups["sign"].Success)
        {
            return Compare(value, match.Groups["sign"].Value, match.Groups["value"].Value);
        }

        return value is "true" or "false"
            ? value == "true" != match.Groups["not"].Success
            : Lost($"{name} is {value}, neither true nor false.");
    }

    bool Compare(string left, string sign, string right)
    {
        bool numbers = Texts.TryNumber(left, out ulong a) & Texts.TryNumber(right, out ulong b);
        return (sign, numbers) switch
        {
            ("==", _) => numbers ? a == b : left == right,
            ("!=", _) => numbers ? a != b : left != right,
            (">", true) => a > b,
            (">=", true) => a >= b,
            ("<", true) => a < b,
            ("<=", true) => a <= b,
            _ => Lost($"{left} and {right} cannot be compared by {sign}: they are not both numbers."),
        };
    }

    bool Lost(string what)
    {
        reporter.Report(ReuseRules.NotParameterCondition, text, what);
        return true;
    }
}
