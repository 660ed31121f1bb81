using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What is said about a field's number goes together: its type, its scale, its enum.</summary>
sealed class FieldKindFits : Check
{
    public override Rule Rule { get; } = new("RG2041", Severity.Error, "Field of two kinds",
        "Keep one of the two: names are for codes, 'type', 'scale', 'min', 'max' and 'encoding' are for numbers.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field.Index == 0))
        {
            string path = $"{register.Path}/fields/{field.Declared}";
            bool named = field.Enum is not null || field.InlineEnum is not null || field.WriteEnum is not null;
            bool number = field.Kind != NumberKind.Binary || field.Scale is not null || field.Min is not null || field.Max is not null || field.BcdWhen is not null;
            if (named && number)
            {
                reporter.Report(Rule, path, $"{field.Declared} has an enum, so it is a code; but it is described as a number too.");
            }
            else if (field is { Kind: NumberKind.TwosComplement, Width: 1 })
            {
                reporter.Report(Rule, KeyOf(reporter, path, "type"), $"{field.Declared} is signed, but has one bit: there is no room for a number beside the sign.");
            }
        }
    }
}
