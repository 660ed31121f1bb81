using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds blocks and the registers in them.</summary>
sealed class BlockBinder(RegisterBinder registers, Reporter reporter)
{
    readonly List<BlockModel> _blocks = [];

    /// <summary>The blocks, an outer one before the ones in it.</summary>
    public IReadOnlyList<BlockModel> Blocks => _blocks;

    /// <summary>The registers of all blocks.</summary>
    public IEnumerable<RegisterModel> Bind(MapReader owner, RegisterDefaults defaults) =>
        owner.Named("blocks").SelectMany(named => Block(named, defaults)).ToArray();

    RegisterModel[] Block(NamedNode named, RegisterDefaults defaults)
    {
        var map = new MapReader(named.Value, KeyTables.Block, named.Path, reporter);
        int address = defaults.Origin + ((int)(map.Number("at", 0, 0xFFFF) ?? 0) * defaults.Step);
        int step = (int?)map.Number("step", 1, 0x1000) ?? defaults.Step;
        var block = new BlockModel(
            named.Name, named.Path, defaults.Owner, map.Text("doc"), address, RegisterArrayBinder.Bind(map, defaults.Enums, defaults.Step, covered: null));
        _blocks.Add(block);
        RegisterDefaults inside = defaults with
        {
            Owner = block.FullName, Origin = address, Step = step, When = map.Scalar("when") is { } when ? [.. defaults.When, when] : defaults.When,
        };
        return registers.Bind(map, inside).Concat(Bind(map, inside)).ToArray();
    }
}
