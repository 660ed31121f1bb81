using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the description as data, built when it is first used.</summary>
sealed class MapEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    readonly ConditionText _conditions = new(device);
    readonly RegisterMapEmitter _registers = new(device, names, writer);

    public void Emit()
    {
        writer.Line();
        writer.Line("/// <summary>The description as data: what the simulator plays and the trace decodes. Built on first use.</summary>");
        writer.Line("public static DeviceMap Map => Description.Map;");
        writer.Line();
        writer.Line("DeviceMap IMappedDevice.Map => Description.Map;");
        writer.Line();
        writer.Block("static class Description", () =>
            writer.Block($"public static readonly DeviceMap Map = new({CSharpText.Literal(device.Name)}, {Claim()})", Content, close: "};"));
    }

    // A claim with regions has ports beside the device's own.
    string Claim() => device.Regions.Count == 0
        ? "Claim(0)"
        : $"PortClaim.At({string.Join(", ", [CSharpText.Literal(device.Name), "0", .. DeviceClaim.RangesOf(device, device.Registers).Select(ClaimEmitter.Offsets)])})";

    void Content()
    {
        foreach (string part in MapText.Doc(device.Doc).Concat(MapText.Text("Source", device.Source)).Concat(MapText.Text("License", device.Meta.License))
            .Concat(MapText.List("Authors", device.Meta.Authors)).Concat(MapText.List("Tags", device.Meta.Tags)))
        {
            writer.Line($"{part},");
        }

        if (device.Bases.Count > 0)
        {
            writer.List("Bases = [", device.Bases.Select(known => $"({CSharpText.Literal(known.Name)}, 0x{known.Port:X})"), "],");
        }

        if (device.Identity is { } identity)
        {
            EmitIdentity(identity);
        }

        writer.Block("", () => Inside(""), "Registers = [", "],");
        if (device.Regions.Count > 0)
        {
            writer.Block("", Regions, "Regions = [", "],");
        }

        if (device.Windows.Count > 0)
        {
            writer.Block("", Windows, "Windows = [", "],");
        }

        if (device.OneShots.Count > 0)
        {
            writer.Block("", OneShots, "OneShots = [", "],");
        }

        if (device.Joined.Count > 0)
        {
            writer.Block("", Joined, "Joined = [", "],");
        }

        if (device.Locks.Count > 0)
        {
            writer.Block("", () => LocksEmitter.EmitMap(device, names, writer), "Locks = [", "],");
        }
    }

    void EmitIdentity(IdentityModel identity)
    {
        writer.List($"Identity = new({CSharpText.Literal(identity.Text.Trim())}, [", identity.When.Terms.Select(_conditions.Term), $"]){(identity.Probe is null ? "," : "")}");
        if (identity.Probe is { } probe)
        {
            writer.Line("{");
            writer.Indented(() =>
            {
                writer.List("Probe = [", probe.Steps.Select(step => CSharpText.Literal(step.ToString())), "],");
                writer.List("Restores = [", identity.Restores.Select(CSharpText.Literal), "],");
            });
            writer.Line("},");
        }
    }

    // The registers of a part, then those of its blocks.
    void Inside(string owner)
    {
        foreach (RegisterModel register in device.Index.RegistersIn[owner])
        {
            _registers.Emit(register);
        }

        foreach (BlockModel block in device.Index.BlocksIn[owner])
        {
            if (block.Array is { } array)
            {
                writer.Block($".. {MapText.Elements(array)}", () => Inside(block.FullName), "[", "]),");
            }
            else
            {
                Inside(block.FullName);
            }
        }
    }

    void Windows()
    {
        foreach (WindowModel window in device.Windows)
        {
            Repeated([.. Elements.ArraysAround(device, window.Owner)], () => EmitWindow(window));
        }
    }

    // Once for each element of the arrays, the innermost next to what is emitted.
    void Repeated(IReadOnlyList<ArrayModel> arrays, Action emit)
    {
        if (arrays.Count == 0)
        {
            emit();
            return;
        }

        string labels = MapText.Join(arrays[0].Labels.Select(CSharpText.Literal));
        writer.Block($".. MapElements.Windows([{labels}],", () => Repeated([.. arrays.Skip(1)], emit), "[", "]),");
    }

    void EmitWindow(WindowModel window)
    {
        string data = string.Join(", ", window.Data.Select(CSharpText.Literal));
        var text = new WindowText(device, window);
        string[] parts = [.. MapText.Doc(window.Doc), .. text.Parts];
        Registers($"new(\"{window.FullName}\", \"{window.Chooser}\", {text.IndexMask}, [{data}],", window.FullName,
            parts.Length == 0 ? ")," : window.IsIndexed ? $") {{ {MapText.Join(parts)} }}," : ")");
        if (!window.IsIndexed)
        {
            writer.Block("", () => Array.ForEach(parts, part => writer.Line($"{part},")), close: "},");
        }
    }

    void Regions()
    {
        foreach (RegionModel region in device.Regions)
        {
            string[] parts = [.. MapText.Doc(region.Doc), .. RegionBase.Of(device, region)];
            Registers($"new(\"{region.Name}\", {region.Size},", region.Name, $") {{ {MapText.Join(parts)} }},");
        }
    }

    void OneShots()
    {
        foreach (OneShotModel bank in device.OneShots.SelectMany(bank => Elements.LabelsIn(device, bank.Owner).Select(labels => Elements.Filled(bank, labels))))
        {
            (RegisterModel register, ulong mask, ulong bits) = bank.SelectedBy(device);
            writer.Initialized(
                $"new({CSharpText.Literal(bank.Word)}, \"{register.FullName}\", {CSharpText.Hex(mask, register.Width)}, {CSharpText.Hex(bits, register.Width)})",
                MapText.Doc(bank.Doc));
        }
    }

    void Joined()
    {
        foreach (JoinedModel joined in device.EachJoined)
        {
            string of = string.Join(", ", joined.Of.Select(part => CSharpText.Literal($"{part}")));
            writer.Initialized($"new(\"{joined.FullName}\", [{of}])", MapText.Doc(joined.Doc).Concat(joined.IsStable ? ["IsStable = true"] : []).Concat(_conditions.Number(joined.Number)));
        }
    }

    void Registers(string head, string owner, string after) => writer.Block(head, () => Inside(owner), "[", $"]{after}");
}
