using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>No access reaches two registers: direction or a bank tells apart what shares a port.</summary>
sealed class RegistersApart : Check
{
    public override Rule Rule { get; } = new("RG2003", Severity.Error, "Registers overlap",
        "Give one of them another 'at', a direction of its own (access: ro and access: wo), or a 'when' that tells them apart.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (IReadOnlyList<RegisterModel> registers in device.Windows.Select(window => window.Registers).Prepend(device.Registers))
        {
            RegisterModel[] sound = [.. Sound(registers, reporter)];
            foreach ((RegisterModel first, RegisterModel second) in Neighbours(sound, register => register.Address, End)
                .Where(pair => Collide(pair.First, pair.Second)))
            {
                reporter.Report(Rule, second.Path, $"{second.FullName} and {first.FullName} ({reporter.LineOf(first.Path)}) both answer at {Where(first, second)}.",
                    reporter.At(first.Path, $"{first.FullName} stands here."));
            }
        }
    }

    static bool Collide(RegisterModel a, RegisterModel b) =>
        ((a.CanRead && b.CanRead) || (a.CanWrite && b.CanWrite))
        && !(a.When is not null && b.When is not null && a.When.Field == b.When.Field && a.When.Value != b.When.Value);

    // Behind a window an index is a register, whatever its width; at ports each byte is a port.
    static int End(RegisterModel register) => register.Address + (register.Window is null ? register.Bytes : 1);

    static string Where(RegisterModel a, RegisterModel b) =>
        $"{(a.Window is null ? "port" : "index")} 0x{Math.Max(a.Address, b.Address):X}";
}
