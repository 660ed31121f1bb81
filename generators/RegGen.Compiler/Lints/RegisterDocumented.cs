using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>A register says what it is.</summary>
sealed class RegisterDocumented : Check
{
    public override Rule Rule { get; } = new("RG4002", Severity.Warning, "Undocumented register",
        "Add 'doc': one sentence, which becomes the documentation of the generated member.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Doc.Length == 0))
        {
            reporter.Report(Rule, register.Path, $"{register.FullName} has no documentation.");
        }
    }
}
