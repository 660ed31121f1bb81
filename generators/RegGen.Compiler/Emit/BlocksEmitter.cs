using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Emits blocks: a struct each, with its registers and all else that stands in it.</summary>
sealed class BlocksEmitter(DeviceModel device, Names names, MembersEmitter members, SourceWriter writer)
{
    /// <summary>Emits the blocks that stand in something.</summary>
    /// <param name="owner">Its full name; empty for the device.</param>
    /// <param name="scope">Where that is emitted.</param>
    public void Emit(string owner, MemberScope scope)
    {
        foreach (BlockModel block in device.Index.BlocksIn[owner])
        {
            EmitMember(block, scope);
            EmitStruct(block);
        }
    }

    string TypeOf(BlockModel block) => block.Array is { } array ? members.ArrayOf(StructOf(block), array) : StructOf(block);

    void EmitMember(BlockModel block, MemberScope scope)
    {
        string address = scope.From($"{block.Address - (scope.Block ?? 0)}");
        string first = block.Window is null ? "base" : "index";
        writer.Line();
        writer.Doc("summary", $"{DocOf(block)} From {first} + {block.Address}{(block.Array is { } several ? $", {several.Count} times" : "")}.");
        writer.Line(block.Array is { } array
            ? $"public {TypeOf(block)} {names.Of(block.Path)} => new({scope.Device}, {address}, Spacings.{Names.SpacingOf(block.Path)}{MembersEmitter.Times(scope.Index, array)});"
            : $"public {TypeOf(block)} {names.Of(block.Path)} => new({scope.Device}, {address}, {(scope.Index.Length == 0 ? "0" : scope.Index)});");
    }

    void EmitStruct(BlockModel block)
    {
        // The ports of a region whose base stands still are a field of the device's own class.
        bool isOwn = block.Window is null && device.FindRegion(block.Region) is { Stays: true };
        string type = StructOf(block), holder = isOwn ? names.Device : "PortDevice";
        var inside = new MemberScope("_device", "_at", "_index") { Block = block.Address };
        writer.Line();
        writer.Doc("summary", DocOf(block));
        writer.Block($"public readonly struct {type} : IArrayElement<{type}>", () =>
        {
            writer.Line($$"""
                readonly {{holder}} _device;
                readonly int _at, _index;

                internal {{type}}({{holder}} device, int at, int index) => (_device, _at, _index) = (device, at, index);

                """);
            writer.Arrow(
                $"static {type} IArrayElement<{type}>.At(PortDevice device, int address, int index, Route? route)", $"new({(isOwn ? $"({holder})" : "")}device, address, index)");
            members.EmitAll(block.FullName, inside);
        });
    }

    string StructOf(BlockModel block) => names.Of($"{block.Path}/struct");

    static string DocOf(BlockModel block) => CSharpText.Xml(DeviceEmitter.Text(block.Doc, $"The block {block.Name}."));
}
