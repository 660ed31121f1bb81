using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A stated overlap is one, and stands on the later register.</summary>
sealed class OverlapsMeet : Check
{
    public override Rule Rule { get; } = new("RG2061", Severity.Error, "Stated overlap that is none",
        "Name only earlier registers that answer at the same ports and that nothing else tells apart.");

    static string Title(string name) => name.Replace("[#]", "");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        RegisterModel[] stating = [.. Sound(device.AllRegisters, reporter).Where(register => register.Overlaps.Count > 0)];
        if (stating.Length == 0)
        {
            return;
        }

        ILookup<string, RegisterModel> met = Overlap.All(device, reporter).ToLookup(overlap => overlap.Second.Path, overlap => overlap.First);
        foreach (RegisterModel register in stating)
        {
            foreach (string name in register.Overlaps.Where(name => !Met(register, device.Find(name)!) && reporter.IsSound(device.Find(name)!.Path)))
            {
                bool reversed = Met(device.Find(name)!, register);
                reporter.Report(Rule, $"{register.Path}/overlaps", reversed
                    ? $"{Title(name)} stands after {register.Title}: state the overlap there."
                    : $"{register.Title} and {Title(name)} do not overlap: they share no port, or something tells them apart.");
            }
        }

        // In an array of blocks, each element's own.
        bool Met(RegisterModel later, RegisterModel earlier) =>
            met[later.Path].Any(first => earlier.FullName.IndexOf('#') < 0 ? first.FullName == earlier.FullName : first.Path == earlier.Path);
    }
}
