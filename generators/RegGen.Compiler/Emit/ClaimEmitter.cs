using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the ports that a device needs: its own, those of its regions, and what a launcher may claim for regions that move.</summary>
sealed class ClaimEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public void Emit(string parameters, string arguments)
    {
        ILookup<bool, ClaimPart> parts = DeviceClaim.PartsOf(device).Skip(1).ToLookup(part => part.Moves);
        string[] moving = [.. parts[true].Select(part => part.Region!.Name)];
        string later = moving.Length == 0 ? "" : $" {string.Join(" and ", moving)} {(moving.Length == 1 ? "is" : "are")} claimed when first used.";
        writer.Doc("summary", $"The ports that the device needs: {string.Join(", ", Texts())}.{later}");
        writer.Line("/// <exception cref=\"ArgumentOutOfRangeException\">The base is so high that the device would end past port 0xFFFF.</exception>");
        string[] more = [.. parts[false].Select(part => $".And({Arguments(part)})")];
        int widest = DeviceClaim.NeededWidth(device);
        string needing = widest == 8 ? "" : $".Needing(PortWidth.Bits{widest})";
        writer.List(
            $"public static PortClaim Claim({parameters}) => PortClaim.At(",
            [CSharpText.Literal(device.Name), "port", .. DeviceClaim.RangesOf(device, device.Registers).Select(Offsets)],
            more.Length == 0 ? $"){needing};" : ")");
        writer.Indented(() =>
        {
            for (int i = 0; i < more.Length; i++)
            {
                writer.Line(more[i] + (i == more.Length - 1 ? $"{needing};" : ""));
            }
        });
        if (moving.Length > 0)
        {
            writer.Line();
            writer.Doc("summary", $"What a launcher may claim for the device: its claim, and all ports where {string.Join(" and ", moving)} may be.");
            writer.Arrow($"public static PortClaim WidestClaim({parameters})", $"Claim({arguments}){string.Concat(parts[true].Select(part =>
                $".And(0x{part.Port:X}, (0, 0x{part.Offsets[0].Last:X}))"))}");
        }
    }

    /// <summary>A range as an argument.</summary>
    public static string Offsets((int First, int Last) range) => string.Format(CultureInfo.InvariantCulture, "({0}, {1})", range.First, range.Last);

    string Arguments(ClaimPart part) =>
        $"{(part.Port is { } port ? $"0x{port:X}" : names.ParameterOf(part.Region!))}{string.Concat(part.Offsets.Select(range => $", {Offsets(range)}"))}";

    IEnumerable<string> Texts()
    {
        foreach ((int first, int last) in DeviceClaim.RangesOf(device, device.Registers))
        {
            yield return first == last ? $"base + {first}" : $"base + {first} to base + {last}";
        }

        foreach (RegionModel region in device.Regions)
        {
            foreach ((int first, int last) in DeviceClaim.RangesOf(device, region.Registers))
            {
                string range = first == last ? $"0x{first:X}" : $"0x{first:X} to 0x{last:X}";
                switch (region.Base)
                {
                    case FixedBaseModel { Port: var port }:
                        yield return first == last ? $"0x{port + first:X}" : $"0x{port + first:X} to 0x{port + last:X}";
                        break;
                    case BarBaseModel:
                    case SelectedBaseModel:
                        yield return $"{region.Name} + {range}";
                        break;
                    default:
                        break;
                }
            }
        }
    }
}
