using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the description as data, built when it is first used.</summary>
sealed class MapEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    static readonly Dictionary<AccessMode, string> s_access = AccessModes.All.ToDictionary(known => known.Mode, known => $"Access.{CSharpText.Pascal(known.Name)}");

    public void Emit()
    {
        writer.Line();
        writer.Line("/// <summary>The description as data: what the simulator plays and the trace decodes. Built on first use.</summary>");
        writer.Line("public static DeviceMap Map => Description.Map;");
        writer.Line();
        writer.Block("static class Description", () =>
            writer.Block($"public static readonly DeviceMap Map = new({CSharpText.Literal(device.Name)}, {Claim()})", Content, close: "};"));
    }

    // A claim with regions has ports beside the device's own.
    string Claim() => device.Regions.Count == 0
        ? "Claim(0)"
        : $"PortClaim.At({string.Join(", ", [CSharpText.Literal(device.Name), "0", .. ClaimEmitter.RangesOf(device.Registers.SelectMany(device.ElementsOf)).Select(ClaimEmitter.Offsets)])})";

    void Content()
    {
        foreach (string part in DocOf(device.Doc).Concat(TextOf("Source", device.Source)).Concat(TextOf("License", device.Meta.License))
            .Concat(ListOf("Authors", device.Meta.Authors)).Concat(ListOf("Tags", device.Meta.Tags)))
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

        writer.Block("", () =>
        {
            Inside("");
        }, "[", "],");
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
        writer.List($"Identity = new({CSharpText.Literal(identity.Text.Trim())}, [", identity.When.Terms.Select(TermOf), $"]){(identity.Probe is null ? "," : "")}");
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
            EmitRegister(register);
        }

        foreach (BlockModel block in device.Index.BlocksIn[owner])
        {
            if (block.Array is { } array)
            {
                writer.Block($".. {ElementsOf(array)}", () => Inside(block.FullName), "[", "]),");
            }
            else
            {
                Inside(block.FullName);
            }
        }
    }

    static string ElementsOf(ArrayModel array) => array.Index is null && array.Stride is { } stride
        ? $"MapElements.Of({array.Count}, {stride},"
        : $"MapElements.Of([{Join(array.Labels.Select(CSharpText.Literal))}], [{Join(array.Offsets.Select(offset => $"{offset}"))}],";

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

        string labels = Join(arrays[0].Labels.Select(CSharpText.Literal));
        writer.Block($".. MapElements.Windows([{labels}],", () => Repeated([.. arrays.Skip(1)], emit), "[", "]),");
    }

    void EmitWindow(WindowModel window)
    {
        string data = string.Join(", ", window.Data.Select(CSharpText.Literal));
        var text = new WindowText(device, window);
        string[] parts = [.. DocOf(window.Doc), .. text.Parts];
        Registers($"new(\"{window.FullName}\", \"{window.Chooser}\", {text.IndexMask}, [{data}],", window.FullName,
            parts.Length == 0 ? ")," : window.IsIndexed ? $") {{ {Join(parts)} }}," : ")");
        if (!window.IsIndexed)
        {
            writer.Block("", () => Array.ForEach(parts, part => writer.Line($"{part},")), close: "},");
        }
    }

    void Regions()
    {
        foreach (RegionModel region in device.Regions)
        {
            string[] parts = [.. DocOf(region.Doc), .. BaseOf(region)];
            Registers($"new(\"{region.Name}\", {region.Size},", region.Name, $") {{ {Join(parts)} }},");
        }
    }

    IEnumerable<string> BaseOf(RegionModel region)
    {
        switch (region.Base)
        {
            case FixedBaseModel known:
                return [$"Port = 0x{known.Port:X}"];
            case BarBaseModel known:
                return [$"Bar = {known.Bar}"];
            case SelectedBaseModel { Field: var field } selected:
                RegisterModel chooser = device.Find(field.Register)!;
                int low = chooser.Find(field.Field ?? "")?.Low ?? 0;
                string choices = string.Join(", ", selected.Choices.Select(choice => $"({CSharpText.Hex(choice.Value << low, chooser.Width)}, 0x{choice.Port:X})"));
                return [$"From = [{CSharpText.Literal(field.Register)}]", $"Mask = {MaskOf(field)}", $"Choices = [{choices}]"];
            case ReadBaseModel { Register: { } field }:
                return [$"From = [{CSharpText.Literal(field.Register)}]", $"Mask = {MaskOf(field)}", Within()];
            default:
                IEnumerable<string> of = device.FindJoined(((ReadBaseModel)region.Base!).Joined!)!.Of;
                return [$"From = [{string.Join(", ", of.Select(CSharpText.Literal))}]", Within()];
        }

        string Within() => $"Within = (0x{region.Within.First:X}, 0x{region.Within.Last:X})";
    }

    string MaskOf(FieldReference field)
    {
        RegisterModel register = device.Find(field.Register)!;
        return CSharpText.Hex(register.Find(field.Field ?? "")?.Mask ?? register.Mask, register.Width);
    }

    void OneShots()
    {
        foreach (OneShotModel bank in device.OneShots.SelectMany(bank => Elements.LabelsIn(device, bank.Owner).Select(labels => Elements.Filled(bank, labels))))
        {
            (RegisterModel register, ulong mask, ulong bits) = bank.SelectedBy(device);
            writer.Initialized(
                $"new({CSharpText.Literal(bank.Word)}, \"{register.FullName}\", {CSharpText.Hex(mask, register.Width)}, {CSharpText.Hex(bits, register.Width)})",
                DocOf(bank.Doc));
        }
    }

    void Joined()
    {
        foreach (JoinedModel joined in device.EachJoined)
        {
            string of = string.Join(", ", joined.Of.Select(CSharpText.Literal));
            writer.Initialized($"new(\"{joined.FullName}\", [{of}])", DocOf(joined.Doc).Concat(joined.IsStable ? ["IsStable = true"] : []).Concat(NumberOf(joined.Number)));
        }
    }

    void Registers(string head, string owner, string after) => writer.Block(head, () => Inside(owner), "[", $"]{after}");

    void EmitRegister(RegisterModel register)
    {
        if (register.Array is { } array)
        {
            writer.Block($".. {ElementsOf(array)}", () => EmitElement(register), "[", "]),");
        }
        else
        {
            EmitElement(register);
        }
    }

    void EmitElement(RegisterModel register)
    {
        // Behind a window that is there several times, the elements of that have yet to be told apart.
        string name = (register.Window ?? register.Region) is { } owner && owner.IndexOf('#') < 0 ? register.FullName.Substring(owner.Length + 1) : register.FullName;
        string start = $"new(\"{name}\", {AddressOf(register, register.Address)}, {register.Width}, {AccessOf(register.Access)})";
        string[] parts = [.. PartsOf(register)];
        if (register.Fields.Count == 0)
        {
            writer.Initialized(start, parts);
            return;
        }

        string head = $"{start} {{ {Join(parts.Append("Fields = ["))}";
        if (writer.Fits(head))
        {
            writer.Block("", Fields, head, "] },");
            return;
        }

        writer.Block(start, () =>
        {
            if (parts.Length > 0)
            {
                writer.Line($"{Join(parts)},");
            }

            writer.Block("", Fields, "Fields = [", "],");
        }, close: "},");

        void Fields()
        {
            foreach (FieldModel field in register.Fields)
            {
                writer.Initialized(
                    $"new(\"{field.Name}\", {field.High}, {field.Low}, {AccessOf(field.Access)})",
                    FieldParts.Of(field, names.EnumOf(field, register), names.WriteEnumOf(field), EnumOf(field), DigitsOf(field)).Concat(DocOf(field.Doc)));
            }
        }
    }

    IEnumerable<string> PartsOf(RegisterModel register)
    {
        foreach (string doc in DocOf(register.Doc))
        {
            yield return doc;
        }

        if (register.Reset is { } reset)
        {
            yield return $"Reset = {CSharpText.Hex(reset, register.Width)}";
        }

        if (register.Reserved is ReservedPolicy.Zero or ReservedPolicy.One)
        {
            yield return $"Reserved = ReservedPolicy.{register.Reserved}";
        }

        foreach (string when in WhenOf(register.When))
        {
            yield return when;
        }

        if (register.WritePlace is { } write)
        {
            string when = Join(WhenOf(write.When));
            yield return $"WritePlace = new({AddressOf(register, write.Address)}){(when.Length > 0 ? $" {{ {when} }}" : "")}";
        }

        if (register.Overlaps.Count > 0)
        {
            yield return $"Overlaps = [{Join(register.Overlaps.Select(CSharpText.Literal))}]";
        }

        foreach (string number in NumberOf(register.Number))
        {
            yield return number;
        }

        if (register.Transfer is { } transfer)
        {
            yield return $"Transfer = new({transfer.Port}{(transfer.HighFirst ? ", HighFirst: true" : "")})";
        }

        if (register.IsDoubled)
        {
            yield return $"Previous = \"{register.FullName}[1]\"";
        }

        if (register.Widths is { } widths)
        {
            yield return $"ReadWidths = [{Join(widths.Read.Select(width => $"{width}"))}], WriteWidths = [{Join(widths.Write.Select(width => $"{width}"))}]";
        }

        if (device.Locks.FirstOrDefault(known => known.Path == register.Lock) is { } guard)
        {
            yield return $"Lock = {CSharpText.Literal(LocksEmitter.NameOf(guard, names))}";
        }

        if (register.Recovery is { } recovery)
        {
            foreach ((string property, long nanoseconds) in new[] { ("ReadRecovery", recovery.Read), ("WriteRecovery", recovery.Write) }.Where(each => each.Item2 > 0))
            {
                yield return $"{property} = new({StepsText.Number((nanoseconds + 99) / 100)})";
            }
        }

        if (register.IsStable)
        {
            yield return "IsStable = true";
        }

        if (register.IsBigEndian)
        {
            yield return "IsBigEndian = true";
        }

        if (register.Fifo)
        {
            yield return "IsFifo = true";
        }

        foreach (string danger in FieldParts.DangerOf(register.Danger))
        {
            yield return danger;
        }

        if (register.Exact)
        {
            yield return "IsExact = true";
        }
    }

    IEnumerable<string> NumberOf(FieldModel? number)
    {
        if (number is null)
        {
            yield break;
        }

        string parts = Join(FieldParts.Of(number, null, null, null, DigitsOf(number)));
        yield return $"Number = new(\"\", {number.High}, 0, {AccessOf(number.Access)}){(parts.Length > 0 ? $" {{ {parts} }}" : "")}";
    }

    string DigitsOf(FieldModel number) => number.BcdWhen is { } digits ? Join(digits.Terms.Select(TermOf)) : "";

    IEnumerable<string> WhenOf(ConditionModel? condition) => condition is null
        ? []
        : [$"When = [{Join(condition.Terms.Select(TermOf).Concat(condition.Banks.Select(bank => $"new(\"{device.FindOneShot(bank).Word}\", 0x1, 0x1)")))}]"];

    string TermOf(TermModel term)
    {
        RegisterModel holder = device.Find(term.Field.Register)!;
        FieldModel? field = holder.Find(term.Field.Field ?? "");
        string mask = CSharpText.Hex(field?.Mask ?? holder.Mask, holder.Width);
        string values = Join(term.Values.Select(value => CSharpText.Hex(field?.Place(value) ?? value, holder.Width)));
        return $"new(\"{holder.FullName}\", {mask}, {values}){(term.Except ? " { Except = true }" : "")}";
    }

    static string AddressOf(RegisterModel register, int address) => register.Window is null ? $"{address}" : CSharpText.Hex((uint)address, 8);

    EnumModel? EnumOf(FieldModel field) => field.InlineEnum ?? device.FindEnum(field.Enum ?? "");

    static IEnumerable<string> DocOf(string doc) => TextOf("Doc", doc);

    static IEnumerable<string> TextOf(string property, string text) => text.Length == 0 ? [] : [$"{property} = {CSharpText.Literal(text)}"];

    static IEnumerable<string> ListOf(string property, EquatableArray<string> texts) =>
        texts.Count == 0 ? [] : [$"{property} = [{string.Join(", ", texts.Select(CSharpText.Literal))}]"];

    static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    static string AccessOf(AccessMode mode) => s_access.TryGetValue(mode, out string? known)
        ? known
        : $"new(ReadEffect.{mode.Read}, WriteEffect.{mode.Write})";
}
