using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Two registers that one access could reach, since nothing tells them apart.</summary>
/// <param name="First">The earlier one.</param>
/// <param name="Second">The later one.</param>
/// <param name="Where">The first port or index that both have.</param>
sealed record Overlap(RegisterModel First, RegisterModel Second, string Where)
{
    public bool IsStated => Second.Overlaps.Any(stated => stated == First.FullName || First.FullName.StartsWith(stated + "[", StringComparison.Ordinal));

    public static IEnumerable<Overlap> All(DeviceModel device, Reporter reporter)
    {
        // One is said of two arrays, however many of their elements meet: with 4,096 on one spot, each look at them counts.
        var met = new HashSet<(string, string)>();
        foreach (RegisterModel[] registers in Spaces(device, reporter))
        {
            foreach (Overlap overlap in Among(device, registers, met))
            {
                yield return overlap;
            }
        }
    }

    // Windows with one index and one data register are one space of indices.
    static IEnumerable<RegisterModel[]> Spaces(DeviceModel device, Reporter reporter)
    {
        ILookup<string?, RegisterModel> behind = Elements(device.Windows.SelectMany(window => window.Registers)).ToLookup(register => register.Window, StringComparer.Ordinal);
        return device.EachWindow
            .Where(window => reporter.IsUnderstood(window.Path) && window.StepLists.All(list => reporter.IsSound(list.Path)))
            .GroupBy(window => (window.Index, window.Select, window.ReadSteps, window.WriteSteps, window.Parameters, Data: string.Join(",", window.Data)))
            .Select(shared => shared.SelectMany(window => behind[window.FullName]).ToArray())
            .Concat(device.Regions.Select(region => Elements(region.Registers).ToArray()))
            .Prepend([.. Elements(device.Registers)]);

        IEnumerable<RegisterModel> Elements(IEnumerable<RegisterModel> registers) => registers.Where(register => reporter.IsSound(register.Path)).SelectMany(device.ElementsOf);
    }

    static IEnumerable<Overlap> Among(DeviceModel device, RegisterModel[] registers, HashSet<(string, string)> met)
    {
        Spot[] spots = [.. registers
            .SelectMany(register => register.Places.Select(each => new Spot(register, each.Place, each.Read, each.Write, BytesOf(register, device))))
            .Where(spot => spot.Read || spot.Write)];
        foreach ((Spot first, Spot second) in Check.Neighbours(spots, spot => spot.Place.Address, spot => spot.End))
        {
            (string, string) pair = (first.Register.Path, second.Register.Path);
            if (!met.Contains(pair) && first.Collides(second, device) && met.Add(pair))
            {
                string space = first.Register.Window is null ? "port" : "index";
                yield return new Overlap(first.Register, second.Register, $"{space} 0x{Math.Max(first.Place.Address, second.Place.Address):X}");
            }
        }
    }

    // Behind a window an index is a register, whatever its width; at ports each byte is a port, and in some windows an index.
    static int BytesOf(RegisterModel register, DeviceModel device) => device.FindWindow(register.Window) is { CountsBytes: false } ? 1 : register.Bytes;

    /// <summary>A register at one of its places.</summary>
    sealed record Spot(RegisterModel Register, PlaceModel Place, bool Read, bool Write, int Bytes)
    {
        public int End => Place.Address + Bytes;

        public bool Collides(Spot other, DeviceModel device) =>
            !(Register.Path == other.Register.Path && Register.FullName == other.Register.FullName)
            && Register.PreviousOf != other.Register.FullName && other.Register.PreviousOf != Register.FullName
            && ((Read && other.Read) || (Write && other.Write && !Register.DiffersIn(other.Register)))
            && !(Register.Width != other.Register.Width && (Register.Exact || other.Register.Exact))
            && !Exclusion.Holds(device, Place.When, other.Place.When);
    }
}
