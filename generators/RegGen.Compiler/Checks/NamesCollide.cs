using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Tells which parts have another name in C# than in the description, because that was taken.</summary>
sealed class NamesCollide : Check
{
    public override Rule Rule { get; } = new("RG2018", Severity.Info, "Renamed in C#",
        "Rename it in the description if the C# name should be another.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        // A remark; beside errors it is only noise.
        if (reporter.HasErrors)
        {
            return;
        }

        foreach (Renaming renaming in Names.Of(device).Renamings)
        {
            string path = renaming.Path.Length == 0 ? "device" : renaming.Path;
            reporter.Report(Rule, path, $"The C# name {renaming.Wanted} is taken here; it is called {renaming.Given}.");
        }
    }
}
