using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>A field says what it is. One finding a register.</summary>
sealed class FieldsDocumented : Check
{
    public override Rule Rule { get; } = new("RG4003", Severity.Warning, "Undocumented field",
        "Add 'doc': one sentence, which becomes the documentation of the generated member.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters)
        {
            FieldModel[] silent = [.. register.Fields.Where(field => field.Doc.Length == 0)];
            if (silent.Length > 0)
            {
                reporter.Report(Rule, silent[0].PathIn(register),
                    $"{register.FullName} has fields without documentation: {string.Join(", ", silent.Select(field => field.Name))}.");
            }
        }
    }
}
