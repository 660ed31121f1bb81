using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A stated overlap is one, and stands on the later register.</summary>
sealed class OverlapsMeet : Check
{
    public override Rule Rule { get; } = new("RG2061", Severity.Error, "Stated overlap that is none",
        "Name only earlier registers that answer at the same ports and that nothing else tells apart.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        RegisterModel[] stating = [.. Sound(device.AllRegisters, reporter).Where(register => register.Overlaps.Count > 0)];
        if (stating.Length == 0)
        {
            return;
        }

        ILookup<string, string> met = Overlap.All(device, reporter).ToLookup(overlap => overlap.Second.Path, overlap => overlap.First.FullName);
        foreach (RegisterModel register in stating)
        {
            foreach (string name in register.Overlaps.Where(name => !met[register.Path].Contains(name) && reporter.IsSound(device.Find(name)!.Path)))
            {
                bool reversed = device.Find(name) is { } other && met[other.Path].Contains(register.FullName);
                reporter.Report(Rule, $"{register.Path}/overlaps", reversed
                    ? $"{name} stands after {register.FullName}: state the overlap there."
                    : $"{register.FullName} and {name} do not overlap: they share no port, or something tells them apart.");
            }
        }
    }
}
