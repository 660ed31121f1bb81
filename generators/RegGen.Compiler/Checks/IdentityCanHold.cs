using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A device that is as its description says can be recognized by it.</summary>
sealed class IdentityCanHold : Check
{
    public override Rule Rule { get; } = new("RG2124", Severity.Error, "Identification that always fails",
        "Compare with a value that the description lets the field have.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        if (device.Identity is not { } identity || !reporter.IsSound(IdentityModel.Path))
        {
            return;
        }

        string path = reporter.Nearest(IdentityModel.Path, "condition");
        foreach ((TermModel term, string text) in identity.When.Terms.Zip(identity.Texts, (term, text) => (term, text)))
        {
            RegisterModel register = device.Find(term.Field.Register)!;
            if (!reporter.IsSound(register.Path))
            {
                continue;
            }

            FieldModel? field = register.Find(term.Field.Field ?? "");
            if (field?.Constant is { } constant && !term.Holds(constant))
            {
                reporter.Report(Rule, path, $"'{text}' never holds: {term.Field} is always {Spelled(constant)}.");
            }
            else if (!(field?.Access.CanWrite ?? register.CanWrite) && ResetOf(register, field) is { } reset && !term.Holds(reset))
            {
                reporter.Report(Rule, path, $"'{text}' does not hold for the device as it is described: {term.Field} is only read, and {Spelled(reset)} after reset.");
            }
        }
    }

    static ulong? ResetOf(RegisterModel register, FieldModel? field) =>
        field is null ? register.Reset : field.Reset ?? (register.Reset is { } word ? field.Take(word) : null);

    static string Spelled(ulong value) => value > 9 ? $"0x{value:X}" : $"{value}";
}
