using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A shadow belongs to a writable register that is reached directly, and nothing happens where what it remembers is written again.</summary>
sealed class ShadowAtPort : Check
{
    public override Rule Rule { get; } = new("RG2017", Severity.Error, "Shadow that cannot be kept",
        "Remove 'shadow': only a writable register at a port of its own is remembered, and one of whose fields each can be left alone.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.Shadow))
        {
            string? why = !register.CanWrite ? "cannot be written"
                : register.When is not null ? "stands in a bank"
                : register.Window is not null ? "stands in a window"
                : null;
            if (why is not null)
            {
                reporter.Report(Rule, $"{register.Path}/shadow", $"{register.FullName} {why}, so nothing can be remembered for it.");
            }
            else if (register.Fields.FirstOrDefault(field => field.IsNeededByModify(register)) is { } needed)
            {
                reporter.Report(Rule, $"{register.Path}/shadow", $"{register.FullName}.{needed.Name} is {needed.Access}: writing again what is remembered would act on it.");
            }
        }
    }
}
