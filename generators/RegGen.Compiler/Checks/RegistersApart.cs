using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No access reaches two registers: direction, bank or exact width tells apart what shares a port, or the description says that they overlap.</summary>
sealed class RegistersApart : Check
{
    public override Rule Rule { get; } = new("RG2003", Severity.Error, "Registers overlap",
        "Give one of them another 'at', a direction of its own (access: ro and access: wo), a 'when' that tells them apart, or fields with another constant 'value'; if they are "
        + "two views of the same bytes, say so on the later one with 'overlaps'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (Overlap overlap in Overlap.All(device, reporter).Where(overlap => !overlap.IsStated))
        {
            (RegisterModel first, RegisterModel second) = (overlap.First, overlap.Second);
            reporter.Report(Rule, second.Path, $"{second.FullName} and {first.FullName} ({reporter.LineOf(first.Path)}) both answer at {overlap.Where}.",
                reporter.At(first.Path, $"{first.FullName} stands here."));
        }
    }
}
