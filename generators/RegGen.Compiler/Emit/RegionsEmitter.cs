using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the regions of a device: a struct each, with its registers and windows.</summary>
sealed class RegionsEmitter(DeviceModel device, Names names, MembersEmitter members, WindowsEmitter windows, SourceWriter writer)
{
    public void Emit()
    {
        foreach (RegionModel region in device.Regions)
        {
            string doc = CSharpText.Xml(DeviceEmitter.Text(region.Doc, $"The region {region.Name}."));
            writer.Line();
            writer.Doc("summary", $"{doc} {CSharpText.Xml(BaseOf(region))}");
            writer.Line($"public {names.StructOf(region)} {names.Of(region.Path)} => new(this);");
            writer.Line();
            writer.Doc("summary", doc);
            writer.Line("/// <param name=\"device\">The device.</param>");
            writer.Block($"public readonly struct {names.StructOf(region)}({names.Device} device)", () => Content(region));
        }
    }

    /// <summary>What tells its base, in words.</summary>
    public static string BaseOf(RegionModel region) => region.Base switch
    {
        FixedBaseModel known => $"At port 0x{known.Port:X}.",
        BarBaseModel known => $"Where PCI base address register {known.Bar} says.",
        SelectedBaseModel selected =>
            $"{selected.Field} chooses its base: {string.Join(", ", selected.Choices.Select(choice => $"0x{choice.Port:X} if it is {choice.Value}"))}.",
        _ => $"{region.Base} holds its base, which is read and claimed at the first access.",
    };

    void Content(RegionModel region)
    {
        if (region.Base is ReadBaseModel)
        {
            writer.Line("/// <summary>Reads anew where the region is, and claims it; for when the base was changed. Otherwise the first access does that.</summary>");
            writer.Line("/// <returns>Its first port.</returns>");
            writer.Line("/// <exception cref=\"PortAccessException\">It has no base just now, or its ports were refused.</exception>");
            writer.Line($"public ushort FindBase() => device.FindRegion({device.NumberOf(region.Name)});");
        }

        var scope = new MemberScope("device");
        members.EmitRegisters(region.Name, scope);
        windows.EmitMembers(region.Name, scope);
    }
}
