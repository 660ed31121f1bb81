using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A neutral value fits its field, and the field needs one.</summary>
sealed class NeutralFits : Check
{
    public override Rule Rule { get; } = new("RG2014", Severity.Error, "Neutral value without effect",
        "Correct the value, or remove 'neutral': it is for writable fields that do not act by themselves.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((RegisterModel register, FieldModel field) in SoundFields(device, reporter).Where(each => each.Field.Neutral is not null || each.Field.HasNoNeutral))
        {
            string path = $"{field.PathIn(register)}/neutral";
            if (field.Neutral > field.Largest)
            {
                reporter.Report(Rule, path, $"The neutral value of {field.Name} is {field.Neutral}; the field holds 0 to {field.Largest}.");
            }
            else if (!field.Access.CanWrite || field.Access.Inert is Inertness.Zeros or Inertness.Ones)
            {
                reporter.Report(Rule, path, $"{field.Name} is {field.Access}: {Why(field.Access)}.");
            }
            else if (field.HasNoNeutral && (field with { HasNoNeutral = false }).InertIn(register) is null)
            {
                reporter.Report(Rule, path, $"{field.Name} has no reset value, so every write names it already.");
            }
        }
    }

    static string Why(AccessMode access) => !access.CanWrite ? "it is never written"
        : access.Inert == Inertness.Zeros ? "a zero does nothing already"
        : "a one does nothing already";
}
