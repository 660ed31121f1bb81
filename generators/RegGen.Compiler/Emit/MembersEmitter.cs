using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the register handles, joined values and windows of a device.</summary>
sealed class MembersEmitter(DeviceModel device, Names names, Routes routes, SourceWriter writer)
{
    public void Emit()
    {
        foreach (RegisterModel register in device.Registers)
        {
            EmitRegister(register, "this");
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
    public static string HandleOf(RegisterModel register, string value) => register.Fifo
        ? $"{(register.CanRead ? register.CanWrite ? "" : "ReadOnly" : "WriteOnly")}Fifo<{value}>"
        : PlainHandleOf(register, value);

    static string PlainHandleOf(RegisterModel register, string value) => (register.CanRead, register.CanWrite, register.Shadow) switch
    {
        (false, true, true) => $"ShadowedRegister<{value}>",
        (false, true, false) => $"WriteOnlyRegister<{value}>",
        (true, false, _) => $"ReadOnlyRegister<{value}>",
        _ => $"Register<{value}>",
    };

    void EmitRegister(RegisterModel register, string owner)
    {
        string way = routes.Of(register) is { } route ? $", Routes.{route}" : "";
        int at = Compiler.Emit.Routes.AddressOf(register);
        string address = register.Window is null ? $"{at}" : CSharpText.Hex((uint)at, 8);
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DocOf(register)));
        writer.Line($"public {HandleOf(register, names.ValueOf(register))} {names.Of(register)} => new({owner}, {address}{way});");
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
        $"{(register.Window is null ? $"base + {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {when}")}";
}
