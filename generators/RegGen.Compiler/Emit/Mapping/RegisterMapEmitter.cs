using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits registers and their fields as data.</summary>
sealed class RegisterMapEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    readonly ConditionText _conditions = new(device);
    readonly RegisterParts _parts = new(device, names, new(device));

    public void Emit(RegisterModel register)
    {
        if (register.Array is { } array)
        {
            writer.Block($".. {MapText.Elements(array)}", () => EmitElement(register), "[", "]),");
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
        string start = $"new(\"{name}\", {RegisterParts.Address(register, register.Address)}, {register.Width}, {MapText.Access(register.Access)})";
        string[] parts = [.. _parts.Of(register)];
        if (register.Fields.Count == 0)
        {
            writer.Initialized(start, parts);
            return;
        }

        string head = $"{start} {{ {MapText.Join(parts.Append("Fields = ["))}";
        if (writer.Fits(head))
        {
            writer.Block("", Fields, head, "] },");
            return;
        }

        writer.Block(start, () =>
        {
            if (parts.Length > 0)
            {
                writer.Line($"{MapText.Join(parts)},");
            }

            writer.Block("", Fields, "Fields = [", "],");
        }, close: "},");

        void Fields()
        {
            foreach (FieldModel field in register.Fields)
            {
                writer.Initialized(
                    $"new(\"{field.Name}\", {field.High}, {field.Low}, {MapText.Access(field.Access)})",
                    FieldParts.Of(field, names.EnumOf(field, register), names.WriteEnumOf(field), device.EnumOf(field), _conditions.Digits(field)).Concat(MapText.Doc(field.Doc)));
            }
        }
    }
}
