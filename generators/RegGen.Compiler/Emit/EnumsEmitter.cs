using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the enums of a device: the shared ones, then those of single fields.</summary>
sealed class EnumsEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public void Emit()
    {
        foreach (EnumModel shared in device.Enums)
        {
            // As wide as the widest field that uses it.
            int width = device.AllRegisters.SelectMany(register => register.Fields)
                .Where(field => field.Enum == shared.Name).Select(field => field.Width).DefaultIfEmpty(8).Max();
            EmitEnum(shared, $"enums/{shared.Name}", names.Of($"enums/{shared.Name}"), width, $"Values of {shared.Name}.");
        }

        foreach (RegisterModel register in device.AllRegisters)
        {
            foreach (FieldModel field in register.Fields.Where(field => field.InlineEnum is not null))
            {
                string path = $"{field.PathIn(register)}/enum";
                EmitEnum(field.InlineEnum!, path, names.Of(path), field.Width, $"Values of {register.Title}.{field.Name}.");
            }
        }
    }

    void EmitEnum(EnumModel model, string path, string name, int width, string doc)
    {
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(model.Doc, doc)));
        writer.Block($"public enum {name} : {CSharpText.Integer(width)}", () =>
        {
            foreach (EnumMember member in model.Members)
            {
                writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(member.Doc, $"Code {CSharpText.Code(member.Value, width)}.")));
                writer.Line($"{names.Of($"{path}/{member.Name}")} = {member.Value},");
            }
        });
    }
}
