using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits what tells the codes of an enum that have a name from those that have none; nothing where all have one.</summary>
sealed class EnumCodesEmitter(DeviceModel device, Names names, SourceWriter writer)
{
    public bool Any => Open().Any();

    public void Emit()
    {
        foreach ((EnumModel model, string path) in Open())
        {
            string type = $"{names.Device}.{names.Of(path)}";
            string named = model.Flags
                ? $"(value & ~({string.Join(" | ", model.Members.Select(member => $"{type}.{names.Of($"{path}/{member.Name}")}"))})) == 0"
                : $"value is {string.Join(" or ", Runs(model, path, type))}";
            writer.Gap();
            writer.Line(model.Flags ? "/// <summary>Whether all bits that are set have a name.</summary>" : "/// <summary>Whether the code has a name.</summary>");
            writer.Arrow($"public static bool IsDefined(this {type} value)", named);
            if (model.Other is { } other)
            {
                writer.Line();
                writer.Line($"/// <summary>Whether the code is one of those that are {CSharpText.Xml(other)} together.</summary>");
                writer.Arrow($"public static bool Is{CSharpText.Pascal(other)}(this {type} value)", "!value.IsDefined()");
            }
        }
    }

    IEnumerable<(EnumModel Model, string Path)> Open() =>
        EnumUse.Of(device).Where(use => use.Model.Members.Count > 0 && !use.Model.Covers(use.Width)).Select(use => (use.Model, use.Path));

    // Neighbouring codes are one range.
    IEnumerable<string> Runs(EnumModel model, string path, string type)
    {
        EnumMember[] members = [.. model.Members.GroupBy(member => member.Value).Select(same => same.First()).OrderBy(member => member.Value)];
        for (int i = 0; i < members.Length;)
        {
            int last = i;
            while (last + 1 < members.Length && members[last + 1].Value == members[last].Value + 1)
            {
                last++;
            }

            yield return last - i < 2
                ? string.Join(" or ", members.Skip(i).Take(last - i + 1).Select(Name))
                : i == 0 && members[0].Value == 0 ? $"<= {Name(members[last])}" : $">= {Name(members[i])} and <= {Name(members[last])}";
            i = last + 1;
        }

        string Name(EnumMember member) => $"{type}.{names.Of($"{path}/{member.Name}")}";
    }
}
