using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What finds the bases of regions that a field chooses or a register holds.</summary>
sealed class BaseRoutes(DeviceModel device, Names names, Routes routes, RouteLines lines)
{
    /// <summary>What finds the base of a region.</summary>
    public string Of(RegionModel region) => $"{names.StructOf(region)}Base";

    public void Add(RegionModel region)
    {
        if (region.Base is SelectedBaseModel { Field: var field } selected)
        {
            int low = device.Find(field.Register)!.Find(field.Field ?? "")?.Low ?? 0;
            lines.Add("Selector", $"{Of(region)}Field", routes.SelectorOf(field), isPublic: false);
            lines.Add("SelectedBase", Of(region),
                [CSharpText.Literal(region.Name), $"{Of(region)}Field", .. selected.Choices.Select(choice => $"(0x{choice.Value << low:X}, 0x{choice.Port:X})")],
                isPublic: true);
        }
        else if (region.Base is ReadBaseModel read)
        {
            string within = $"(0x{region.Within.First:X}, 0x{region.Within.Last:X})";
            string[] arguments = [CSharpText.Literal($"{device.Name}.{region.Name}"), CSharpText.Literal(read.ToString()), .. SourceOf(read), within];
            lines.Add("ReadBase", Of(region), [.. arguments, .. DeviceClaim.RangesOf(device, region.Registers).Select(ClaimEmitter.Offsets)], isPublic: true);
        }
    }

    // Route, address, width and mask of what holds a base.
    string[] SourceOf(ReadBaseModel read)
    {
        if (read.Register is not { } field)
        {
            return [routes.Of(device.FindJoined(read.Joined!)!), "0", "PortWidth.Bits32", "0xFFFFFFFF"];
        }

        RegisterModel holder = device.Find(field.Register)!;
        string mask = CSharpText.Hex(holder.Find(field.Field ?? "")?.Mask ?? holder.Mask, holder.Width);
        return [routes.Of(holder) ?? "null", routes.AddressOf(holder), $"PortWidth.Bits{holder.Width}", mask];
    }
}
