using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>An encoding stands where a number is read as a whole, and what it depends on can be known at each access.</summary>
sealed class EncodingFits : Check
{
    public override Rule Rule { get; } = new("RG2161", Severity.Error, "Encoding that does not fit",
        "Give it to a field, or to a register or joined value that is one number; let it depend on a register that can be read or has a shadow.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.Number is not null))
        {
            string? what = register.Fields.Count > 0 ? "has fields: each of them may have an encoding" : null;
            Report(reporter, register.Path, register.Title, what ?? Unknown(device, register.Number!, register.Path));
        }

        foreach (JoinedModel joined in device.Joined.Where(joined => joined.Number is not null && reporter.IsSound(joined.Path)))
        {
            Report(reporter, joined.Path, joined.Name, Unknown(device, joined.Number!, joined.Path));
        }

        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field is { BcdWhen: not null, Index: 0 }))
        {
            string? what = field.Array is not null ? "is an array of fields, which have one encoding always" : null;
            Report(reporter, $"{register.Path}/fields/{field.Declared}", field.Declared, what ?? Unknown(device, field, register.Path));
        }
    }

    void Report(Reporter reporter, string path, string name, string? what)
    {
        if (what is not null)
        {
            reporter.Report(Rule, $"{path}/encoding", $"{name} {what}.");
        }
    }

    // Why the condition cannot be known.
    static string? Unknown(DeviceModel device, FieldModel number, string owner)
    {
        foreach (TermModel term in number.BcdWhen?.Terms ?? default)
        {
            if (device.Find(term.Field.Register) is not { } chooser)
            {
                continue;
            }

            if (chooser.Path == owner)
            {
                return $"depends on {chooser.FullName} itself";
            }

            if (!chooser.Shadow && (!chooser.CanRead || chooser.IsReadDestructive))
            {
                return $"depends on {term.Field}, and {chooser.FullName} {(chooser.CanRead ? "is disturbed by reading" : "cannot be read")}";
            }

            ulong largest = device.LargestOf(term.Field);
            if (term.Values.Any(value => value > largest))
            {
                return $"depends on {term}, but {term.Field} holds 0 to {largest}";
            }
        }

        return null;
    }
}
