using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits the enums of a device: the shared ones, then those of single fields.</summary>
sealed class EnumsEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public void Emit()
    {
        foreach (EnumUse use in EnumUse.Of(device))
        {
            EmitEnum(use.Model, use.Path, names.Of(use.Path), use.Width, use.Doc);
        }
    }

    void EmitEnum(EnumModel model, string path, string name, int width, string doc) =>
        Write(writer, "public", model, name, width, doc, member => names.Of($"{path}/{member.Name}"));

    /// <summary>Writes an enum, wherever it stands.</summary>
    public static void Write(
        SourceWriter writer, string accessibility, EnumModel model, string name, int width, string doc, Func<EnumMember, string> nameOf)
    {
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(model.Doc, doc)));
        if (model.Flags)
        {
            writer.Line("[Flags]");
        }

        writer.Block($"{accessibility} enum {name} : {CSharpText.Integer(width)}", () =>
        {
            foreach (EnumMember member in model.Members)
            {
                writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(member.Doc, $"Code {CSharpText.Code(member.Value, width)}.")));
                writer.Line($"{nameOf(member)} = {member.Value},");
            }
        });
    }
}
