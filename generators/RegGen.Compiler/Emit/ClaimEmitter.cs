using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the ports that a device needs: its own, those of its regions, and what a launcher may claim for regions that move.</summary>
sealed class ClaimEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public void Emit(string parameters, string arguments)
    {
        string[] moving = [.. device.Regions.Where(region => region.Base is ReadBaseModel).Select(region => region.Name)];
        string later = moving.Length == 0 ? "" : $" {string.Join(" and ", moving)} {(moving.Length == 1 ? "is" : "are")} claimed when first used.";
        writer.Doc("summary", $"The ports that the device needs: {string.Join(", ", Texts())}.{later}");
        writer.Line("/// <exception cref=\"ArgumentOutOfRangeException\">The base is so high that the device would end past port 0xFFFF.</exception>");
        string[] more = [.. device.Regions.SelectMany(Regions).Select(region => $".And({region})")];
        string needing = Needing(device.Registers.Concat(device.Regions.SelectMany(region => region.Registers)));
        writer.List(
            $"public static PortClaim Claim({parameters}) => PortClaim.At(",
            [CSharpText.Literal(device.Name), "port", .. RangesOf(device.Registers.SelectMany(device.ElementsOf)).Select(Offsets)],
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
            writer.Arrow($"public static PortClaim WidestClaim({parameters})", $"Claim({arguments}){string.Concat(device.Regions.Where(region => region.Base is ReadBaseModel).Select(region =>
                $".And(0x{region.Within.First:X}, (0, 0x{region.Within.Last - region.Within.First:X}))"))}");
        }
    }

    /// <summary>The ports that have registers, as offsets; holes left out.</summary>
    public static IEnumerable<(int First, int Last)> RangesOf(IEnumerable<RegisterModel> registers)
    {
        (int First, int Last)? open = null;
        foreach ((int first, int last) in registers.SelectMany(PortsOf).OrderBy(ports => ports.First).ThenBy(ports => ports.Last))
        {
            if (open is { } range && first <= range.Last + 1)
            {
                open = (range.First, Math.Max(range.Last, last));
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = (first, last);
        }

        if (open is { } final)
        {
            yield return final;
        }
    }

    /// <summary>A range as an argument.</summary>
    public static string Offsets((int First, int Last) range) => string.Format(CultureInfo.InvariantCulture, "({0}, {1})", range.First, range.Last);

    // A backend that reaches ports one by one only has to know that it will not do. Nothing is said of what bytes reach.
    static string Needing(IEnumerable<RegisterModel> registers)
    {
        int widest = registers.Select(NarrowestOf).DefaultIfEmpty(8).Max();
        return widest == 8 ? "" : $".Needing(PortWidth.Bits{widest})";
    }

    // 64 bits are two accesses of 32.
    static int NarrowestOf(RegisterModel register) => Math.Min(32, register switch
    {
        { Transfer: { } transfer } => transfer.Port,
        { Widths: { } widths, Exact: false } => Math.Max(widths.Read.Append(register.Width).Min(), widths.Write.Append(register.Width).Min()),
        _ => register.Width,
    });

    static IEnumerable<(int First, int Last)> PortsOf(RegisterModel register) =>
        register.Places.Select(each => (each.Place.Address, each.Place.Address + register.Bytes - 1));

    IEnumerable<string> Regions(RegionModel region)
    {
        string offsets = string.Concat(RangesOf(region.Registers.SelectMany(device.ElementsOf)).Select(range => $", {Offsets(range)}"));
        return region.Base switch
        {
            FixedBaseModel known => [$"0x{known.Port:X}{offsets}"],
            BarBaseModel => [$"{names.ParameterOf(region)}{offsets}"],
            SelectedBaseModel selected => selected.Choices.Select(choice => choice.Port).Distinct().Select(port => $"0x{port:X}{offsets}"),
            _ => [],
        };
    }

    IEnumerable<string> Texts()
    {
        foreach ((int first, int last) in RangesOf(device.Registers.SelectMany(device.ElementsOf)))
        {
            yield return first == last ? $"base + {first}" : $"base + {first} to base + {last}";
        }

        foreach (RegionModel region in device.Regions)
        {
            foreach ((int first, int last) in RangesOf(region.Registers.SelectMany(device.ElementsOf)))
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
