using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the windows of a device: a struct each, with the registers behind it and what reaches any index.</summary>
sealed class WindowsEmitter(DeviceModel device, Names names, Routes routes, MembersEmitter members, SourceWriter writer)
{
    /// <summary>Emits the windows of the device itself, and the structs of all.</summary>
    public void Emit()
    {
        foreach (WindowModel window in device.Windows)
        {
            if (window.Region is null)
            {
                EmitMember(window, "this");
            }

            EmitStruct(window);
        }
    }

    /// <summary>Emits the property that shows a window.</summary>
    public void EmitMember(WindowModel window, string owner)
    {
        writer.Line();
        writer.Doc("summary", $"{DocOf(window)} Reached through {window.Index} and {string.Join(", ", window.Data)}.");
        writer.Line($"public {names.StructOf(window)} {names.Of(window.Path)} => new({owner});");
    }

    static string DocOf(WindowModel window) => CSharpText.Xml(DeviceEmitter.Text(window.Doc, $"The window {window.Name}."));

    void EmitStruct(WindowModel window)
    {
        writer.Line();
        writer.Doc("summary", DocOf(window));
        writer.Line("/// <param name=\"device\">The device.</param>");
        writer.Block($"public readonly struct {names.StructOf(window)}({names.Device} device)", () =>
        {
            new RawEmitter(device, routes, writer).Emit(window);
            foreach (RegisterModel register in window.Registers)
            {
                members.EmitRegister(register, "device");
            }
        });
    }
}
