using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the register handles, joined values and windows of a device.</summary>
sealed class MembersEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    public void Emit()
    {
        foreach (RegisterModel register in device.Registers.Where(register => register.Owner is null))
        {
            EmitRegister(register, "this");
        }

        foreach (BlockModel block in device.Blocks.Where(block => block.Owner is null))
        {
            EmitBlock(block, "this", "", "");
        }

        foreach (JoinedModel joined in device.Joined)
        {
            EmitJoined(joined);
        }

        foreach (WindowModel window in device.Windows)
        {
            EmitWindow(window);
        }
    }

    /// <summary>The handle of a register: its directions and its value.</summary>
    public static string HandleOf(RegisterModel register, string value) => (register.CanRead, register.CanWrite, register.Shadow) switch
    {
        (false, true, true) => $"ShadowedRegister<{value}>",
        (false, true, false) => $"WriteOnlyRegister<{value}>",
        (true, false, _) => $"ReadOnlyRegister<{value}>",
        _ => $"Register<{value}>",
    };

    void EmitRegister(RegisterModel register, string owner)
    {
        int at = Compiler.Emit.Routes.AddressOf(register);
        EmitRegister(register, owner, register.Window is null ? $"{at}" : CSharpText.Hex((uint)at, 8), first: "");
    }

    // In an array of blocks, what differs from element to element is chosen by the index of the block.
    void EmitRegister(RegisterModel register, string owner, string address, string first)
    {
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DocOf(register)));
        string handle = HandleOf(register, names.ValueOf(register));
        IReadOnlyList<string> ways = routes.Each(register);
        if (register.Array is { } array)
        {
            string spacing = Names.SpacingOf(register.Path);
            writer.Line($"public {ArrayOf(handle, array)} {names.Of(register)} => new({owner}, {address}, Spacings.{spacing}{Times(first, array)});");
            return;
        }

        string way = ways.Count == 0 ? "" : ways.Count == 1 ? $", Routes.{ways[0]}" : $", Routes.{Compiler.Emit.Routes.ArrayOf(register)}[{first}]";
        writer.Line($"public {handle} {names.Of(register)} => new({owner}, {address}{way});");
    }

    string ArrayOf(string element, ArrayModel array) =>
        array.Index is { } index ? $"ArrayOf<{element}, {names.Of($"enums/{index}")}>" : $"ArrayOf<{element}>";

    static string Times(string first, ArrayModel array) => first.Length == 0 ? "" : $", {first} * {array.Count}";

    /// <param name="block">The block.</param>
    /// <param name="holder">The device, as the code around calls it.</param>
    /// <param name="at">Where what is around begins, with a plus behind; empty for the device.</param>
    /// <param name="first">Which element of its arrays that is; empty if there are none.</param>
    void EmitBlock(BlockModel block, string holder, string at, string first)
    {
        string type = names.Of($"{block.Path}/struct");
        int around = device.Blocks.FirstOrDefault(outer => outer.FullName == block.Owner)?.Address ?? 0;
        string address = $"{at}{block.Address - around}";
        string doc = CSharpText.Xml(DeviceEmitter.Text(block.Doc, $"The block {block.Name}."));
        writer.Line();
        writer.Doc("summary", $"{doc} From base + {block.Address}{(block.Array is { } several ? $", {several.Count} times" : "")}.");
        writer.Line(block.Array is { } array
            ? $"public {ArrayOf(type, array)} {names.Of(block.Path)} => new({holder}, {address}, Spacings.{Names.SpacingOf(block.Path)}{Times(first, array)});"
            : $"public {type} {names.Of(block.Path)} => new({holder}, {address}, {(first.Length == 0 ? "0" : first)});");
        writer.Line();
        writer.Doc("summary", doc);
        writer.Block($"public readonly struct {type} : IArrayElement<{type}>", () =>
        {
            writer.Line($$"""
                readonly PortDevice _device;
                readonly int _at, _index;

                internal {{type}}(PortDevice device, int at, int index) => (_device, _at, _index) = (device, at, index);

                static {{type}} IArrayElement<{{type}}>.At(PortDevice device, int address, int index, Route? route) => new(device, address, index);
                """);
            foreach (RegisterModel register in device.Registers.Where(register => register.Owner == block.FullName))
            {
                string place = register.WritePlace is null ? $"_at + {register.Address - block.Address}" : $"_at - {block.Address}";
                EmitRegister(register, "_device", place, "_index");
            }

            foreach (BlockModel inner in device.Blocks.Where(inner => inner.Owner == block.FullName))
            {
                EmitBlock(inner, "_device", "_at + ", "_index");
            }
        });
    }

    void EmitJoined(JoinedModel joined)
    {
        RegisterModel[] parts = [.. joined.Of.Select(name => device.Find(name)!)];
        var whole = new RegisterModel
        {
            Name = joined.Name,
            Width = parts.Sum(part => part.Width),
            Access = new(
                parts.All(part => part.CanRead) ? ReadEffect.Normal : ReadEffect.None,
                parts.All(part => part.CanWrite) ? WriteEffect.Normal : WriteEffect.None),
        };
        writer.Line();
        writer.Doc("summary", $"{CSharpText.Xml(DeviceEmitter.Text(joined.Doc, $"{joined.Name}."))} Joined of {string.Join(", ", joined.Of)}, the highest first.");
        writer.Line($"public {HandleOf(whole, CSharpText.Integer(whole.Width))} {names.Of(joined.Path)} => new(this, 0, Routes.{names.Of(joined.Path)});");
    }

    void EmitWindow(WindowModel window)
    {
        RegisterModel data = device.Find(window.Data)!;
        RegisterModel index = device.Find(window.Index.Register)!;
        ulong largest = device.LargestOf(window.Index);
        string indexType = CSharpText.Integer(index.Find(window.Index.Field ?? "")?.Width ?? index.Width);
        string value = CSharpText.Integer(data.Width);
        string route = $"Routes.{names.Of(window.Path)}";
        string at = $"(int)FieldBits.Fit(index, {CSharpText.Hex(largest, 8)})";
        string doc = CSharpText.Xml(DeviceEmitter.Text(window.Doc, $"The window {window.Name}."));
        string reached = $"Reached through {window.Index} and {window.Data}.";
        writer.Line();
        writer.Doc("summary", $"{doc} {reached}");
        writer.Line($"public {names.StructOf(window)} {names.Of(window.Path)} => new(this);");
        writer.Line();
        writer.Doc("summary", doc);
        writer.Line("/// <param name=\"device\">The device.</param>");
        writer.Block($"public readonly struct {names.StructOf(window)}({names.Device} device)", () =>
        {
            if (data.CanRead)
            {
                writer.Line("/// <summary>Reads what any index shows, described or not.</summary>");
                writer.Arrow($"public {value} ReadRaw({indexType} index)", $"new Register<{value}>(device, {at}, {route}).Read()");
            }

            if (data.CanWrite)
            {
                writer.Line();
                writer.Line("/// <summary>Writes what any index shows, described or not.</summary>");
                writer.Arrow($"public void WriteRaw({indexType} index, {value} value)", $"new Register<{value}>(device, {at}, {route}).Write(value)");
            }

            foreach (RegisterModel register in window.Registers)
            {
                EmitRegister(register, "device");
            }
        });
    }

    static string DocOf(RegisterModel register)
    {
        string place = Place(register, register.Address, register.When);
        if (register.WritePlace is { } write)
        {
            place = $"read at {place}, written at {Place(register, write.Address, write.When)}";
        }

        string reset = register.Reset is { } value ? $", reset {CSharpText.Hex(value, register.Width)}" : "";
        string doc = register.Doc.TrimEnd('.');
        return $"{register.Name}{(doc.Length > 0 ? $": {doc}" : "")} ({place}, {register.Width} bits, {register.Access}{reset}).";
    }

    static string Place(RegisterModel register, int address, ConditionModel? when) =>
        $"{(register.Window is null ? $"base + {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {when}".Replace("[#]", ""))}";
}
