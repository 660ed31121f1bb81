using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A region ends by port 0xFFFF at each base that it may have, and there is a port where it may be.</summary>
sealed class RegionFits : Check
{
    public override Rule Rule { get; } = new("RG2101", Severity.Error, "Region does not fit",
        "Correct the base, the size or 'within': I/O ports end at 0xFFFF.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegionModel region in device.Regions.Where(region => region.Base is not null && reporter.IsUnderstood(region.Path)))
        {
            foreach ((ushort port, string path) in Bases(region).Where(each => each.Port + region.Size > 0x10000))
            {
                reporter.Report(Rule, path, $"At 0x{port:X}, {region.Name} with its {region.Size} ports ends at 0x{port + region.Size - 1:X}.");
            }

            int ports = region.Within.Last - region.Within.First + 1;
            if (region.Base is ReadBaseModel && region.Size > ports)
            {
                reporter.Report(Rule, $"{region.Path}/within", $"{region.Name} has {region.Size} ports, but only {ports} are within.");
            }
        }
    }

    static IEnumerable<(ushort Port, string Path)> Bases(RegionModel region) => region.Base switch
    {
        FixedBaseModel known => [(known.Port, $"{region.Path}/base")],
        SelectedBaseModel selected => selected.Choices.Select(choice => (choice.Port, $"{region.Path}/base")),
        _ => [],
    };
}
