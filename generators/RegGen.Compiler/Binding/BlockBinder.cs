using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds blocks and the registers in them; what else stands there is bound later, since it refers to registers.</summary>
sealed class BlockBinder(RegisterBinder registers, Reporter reporter)
{
    readonly List<BlockModel> _blocks = [];
    readonly List<Container> _containers = [];

    /// <summary>The blocks, an outer one before the ones in it.</summary>
    public IReadOnlyList<BlockModel> Blocks => _blocks;

    /// <summary>The same with their keys.</summary>
    public IReadOnlyList<Container> Containers => _containers;

    /// <summary>The registers that stand in something, those of its blocks included.</summary>
    public IEnumerable<RegisterModel> Registers(MapReader owner, RegisterDefaults defaults) => registers.Bind(owner, defaults).Concat(Bind(owner, defaults)).ToArray();

    RegisterModel[] Bind(MapReader owner, RegisterDefaults defaults) => owner.Named("blocks").SelectMany(named => Block(named, defaults)).ToArray();

    IEnumerable<RegisterModel> Block(NamedNode named, RegisterDefaults defaults)
    {
        var map = new MapReader(named.Value, KeyTables.Block, named.Path, reporter);
        int address = defaults.Origin + ((int)(map.Number("at", 0, 0xFFFF) ?? 0) * defaults.Step);
        int step = (int?)map.Number("step", 1, 0x1000) ?? defaults.Step;
        ArrayModel? array = RegisterArrayBinder.Bind(map, defaults, defaults.Step, covered: null);
        var block = new BlockModel(named.Name, named.Path, defaults.Owner, map.Text("doc"), address, array) { Region = defaults.Region, Window = defaults.Window };
        _blocks.Add(block);
        _containers.Add(new(block.FullName, block.Region, IsBlock: true, map));
        return Registers(map, defaults with
        {
            Owner = block.FullName,
            Block = block.FullName,
            Origin = address,
            Step = step,
            Times = defaults.Times * (array?.Count ?? 1),
            When = map.Scalar("when") is { } when ? [.. defaults.When, new(when, block.FullName)] : defaults.When,
        });
    }
}
