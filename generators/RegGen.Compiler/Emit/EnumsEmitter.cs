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

    void EmitEnum(EnumModel model, string path, string name, int width, string doc)
    {
        writer.Line();
        writer.Doc("summary", CSharpText.Xml(DeviceEmitter.Text(model.Doc, doc)));
        if (model.Flags)
        {
            writer.Line("[Flags]");
        }

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
