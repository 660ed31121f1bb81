using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Ports that belong together: offsets from one port, holes left out.</summary>
/// <param name="Region">The region that they are of, or null for the device itself.</param>
/// <param name="Port">The port that they count from; null where whoever opens the device names it.</param>
/// <param name="Offsets">First and last port of each range.</param>
sealed record ClaimPart(RegionModel? Region, ushort? Port, EquatableArray<(int First, int Last)> Offsets)
{
    /// <summary>Whether its place is known only when the device is used. Then it is all ports where the region may be.</summary>
    public bool Moves => Region?.Base is ReadBaseModel;
}

/// <summary>The ports that a device needs.</summary>
static class DeviceClaim
{
    /// <summary>The device's own ports, then those of its regions; a region that has a few places to be at is there once for each.</summary>
    public static IEnumerable<ClaimPart> PartsOf(DeviceModel device)
    {
        yield return new(null, null, RangesOf(device, device.Registers));
        foreach (RegionModel region in device.Regions)
        {
            EquatableArray<(int First, int Last)> offsets = RangesOf(device, region.Registers);
            switch (region.Base)
            {
                case FixedBaseModel known:
                    yield return new(region, known.Port, offsets);
                    break;
                case BarBaseModel:
                    yield return new(region, null, offsets);
                    break;
                case SelectedBaseModel selected:
                    foreach (ushort port in selected.Choices.Select(choice => choice.Port).Distinct())
                    {
                        yield return new(region, port, offsets);
                    }

                    break;
                case ReadBaseModel:
                    yield return new(region, region.Within.First, new[] { (0, region.Within.Last - region.Within.First) }.ToEquatable());
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The ports that have registers, as offsets; holes left out.</summary>
    public static EquatableArray<(int First, int Last)> RangesOf(DeviceModel device, IEnumerable<RegisterModel> registers) =>
        Joined(registers.SelectMany(device.ElementsOf).SelectMany(PortsOf)).ToEquatable();

    /// <summary>Ranges in ascending order; those that meet or touch become one.</summary>
    public static IEnumerable<(int First, int Last)> Joined(IEnumerable<(int First, int Last)> ranges)
    {
        (int First, int Last)? open = null;
        foreach ((int first, int last) in ranges.OrderBy(ports => ports.First).ThenBy(ports => ports.Last))
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

    /// <summary>The widest access that the device cannot do without, in bits: a way to its ports that has none so wide will not do.</summary>
    public static int NeededWidth(DeviceModel device) =>
        device.Registers.Concat(device.Regions.SelectMany(region => region.Registers)).Select(NarrowestOf).DefaultIfEmpty(8).Max();

    // 64 bits are two accesses of 32.
    static int NarrowestOf(RegisterModel register) => Math.Min(32, register switch
    {
        { Transfer: { } transfer } => transfer.Port,
        { Widths: { } widths, Exact: false } => Math.Max(widths.Read.Append(register.Width).Min(), widths.Write.Append(register.Width).Min()),
        _ => register.Width,
    });

    static IEnumerable<(int First, int Last)> PortsOf(RegisterModel register) =>
        register.Places.Select(each => (each.Place.Address, each.Place.Address + register.Bytes - 1));
}
