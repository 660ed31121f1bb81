namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Region = new("region",
    [
        new("base", "number or base", "Where it begins: a port, or what tells the port.", Required: true),
        new("size", "number", "Ports from its base, 1 to 65536. Its registers must lie inside.", Required: true),
        new("within", "first..last", "Ports where it may be, if its base is read; a launcher may claim them.", Default: "0x100..0xFFFF"),
        new("step", "number", "Ports from one address inside to the next; what is beside the device is wired in its own way.", Default: "1"),
        new("order", "'little' or 'big'", "Byte order of registers that give none.", Default: "the device's"),
        new("registers", "map of name: register", "Its registers; 'at' counts from the region's base. Needed, unless they all stand in blocks or groups."),
        new("groups", "map of name: group", "Registers of it that share a condition."),
        new("blocks", "map of name: block", "Registers of it that stand together, once or several times."),
        new("windows", "map of name: window", "Windows whose index and data registers are in it."),
        CSharpName,
        If,
        Doc,
    ]);

    public static readonly KeyTable RegionBase = new("base",
    [
        new("from", "REG or REG.Field", "The register, field or joined value that holds the base. It is read and claimed at the first access."),
        new("select", "REG.Field", "The field that chooses the base. All bases are claimed with the device."),
        new("at", "map of name: number", "With 'select': the base for each value of the field, a name of its enum or a number."),
        new("pci-bar", "number", "The PCI base address register, 0 to 5, that holds the base. It is given when the device is opened."),
    ]);
}
