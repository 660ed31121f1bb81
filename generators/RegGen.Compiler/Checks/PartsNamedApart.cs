using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Blocks, regions and windows have names of their own: <c>Timer.DATA</c> is one register.</summary>
sealed class PartsNamedApart : Check
{
    public override Rule Rule { get; } = new("RG2171", Severity.Error, "Two parts of one name",
        "Rename one of the two: registers are called by the name of their block, region or window.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        IEnumerable<(string Kind, string Name, string Path)> parts = device.Blocks.Select(block => ("block", block.FullName, block.Path))
            .Concat(device.Regions.Select(region => ("region", region.Name, region.Path)))
            .Concat(device.Windows.Select(window => ("window", window.FullName, window.Path)));
        foreach (IGrouping<string, (string Kind, string Name, string Path)> same in parts.GroupBy(part => part.Name))
        {
            (string kind, string name, string path) = same.First();
            foreach ((string Kind, string Name, string Path) other in same.Skip(1))
            {
                reporter.Report(Rule, other.Path, $"{name} is a {kind} ({reporter.LineOf(path)}), and this {other.Kind} has the same name.",
                    reporter.At(path, $"The {kind} {name} stands here."));
            }
        }
    }
}
