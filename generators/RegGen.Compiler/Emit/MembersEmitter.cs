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

        var windows = new WindowsEmitter(device, names, routes, this, writer);
        new RegionsEmitter(device, names, this, windows, writer).Emit();
        windows.Emit();
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

    /// <summary>Emits the handle of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="owner">The device, as an expression.</param>
    public void EmitRegister(RegisterModel register, string owner)
    {
        string way = routes.Of(register) is { } route ? $", {(route == Routes.Plain ? "" : "Routes.")}{route}" : "";
        string address = routes.AddressOf(register, way.Length > 0);
        owner = way.Length == 0 && register.Region is not null ? $"{owner}.{names.PortsOf(device.FindRegion(register.Region)!)}" : owner;
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

    static string DocOf(RegisterModel register)
    {
        string place = register.Window is not null ? $"index 0x{register.Address:X2}"
            : $"base {(register.Region is null ? "" : $"of {register.Region} ")}+ {register.Address}";
        string when = register.When is null ? "" : $" when {register.When}";
        string reset = register.Reset is { } value ? $", reset {CSharpText.Hex(value, register.Width)}" : "";
        string doc = register.Doc.TrimEnd('.');
        return $"{register.Name}{(doc.Length > 0 ? $": {doc}" : "")} ({place}, {register.Width} bits, {register.Access}{reset}).";
    }

    static string Place(RegisterModel register, int address, ConditionModel? when) =>
        $"{(register.Window is null ? $"base + {address}" : $"index 0x{address:X2}")}{(when is null ? "" : $" when {when}")}";
}
