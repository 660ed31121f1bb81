using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>The bounds of a field or other number leave it a value, and lie within what its bits hold.</summary>
sealed class BoundsFit : Check
{
    public override Rule Rule { get; } = new("RG2042", Severity.Error, "Bounds that the field cannot have",
        "Correct 'min' or 'max': they are in the field's unit, and the bits must hold them.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((FieldModel field, string path) in SoundNumbers(device, reporter))
        {
            (decimal least, decimal most) = InUnit(field);
            if (field.Min > field.Max)
            {
                reporter.Report(Rule, KeyOf(reporter, path, "max"),
                    FormattableString.Invariant($"The largest value of {field.Declared} is {field.Max}, less than its least value {field.Min}."));
                continue;
            }

            Within(field.Min, "min", "least");
            Within(field.Max, "max", "largest");

            void Within(decimal? bound, string key, string what)
            {
                if (bound < least || bound > most)
                {
                    reporter.Report(Rule, KeyOf(reporter, path, key), FormattableString.Invariant($"The {what} value of {field.Declared} is {bound}; its bits hold {least} to {most}."));
                }
                else if (field.Scale is null && bound is { } whole && whole % 1 != 0)
                {
                    reporter.Report(Rule, KeyOf(reporter, path, key), FormattableString.Invariant($"The {what} value of {field.Declared} is {bound}; without a scale it holds whole numbers."));
                }
            }
        }
    }

    static (decimal Least, decimal Most) InUnit(FieldModel field)
    {
        (decimal least, decimal most) = field.Numbers;
        if (field.Scale is not { } scale)
        {
            return (least, most);
        }

        (decimal first, decimal last) = ((least * scale.Factor) + scale.Offset, (most * scale.Factor) + scale.Offset);
        return (Math.Min(first, last), Math.Max(first, last));
    }
}
