namespace RegGen.Compiler.Binding;

/// <summary>A key of the language.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Form">What stands behind it.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Required">Whether it must be there.</param>
sealed record Key(string Name, string Form, string Doc, bool Required = false);

/// <summary>The keys that one kind of map takes.</summary>
sealed record KeyTable(string Of, IReadOnlyList<Key> Keys);

/// <summary>All keys of the language. The binder, its messages and the reference take them from here.</summary>
static class KeyTables
{
    static readonly Key Doc = new("doc", "text", "What it is: one sentence. Becomes the documentation of the generated member.");
    static readonly Key Access = new("access", "access", "How the bits behave; a short name of the access table.");

    public static readonly KeyTable Device = new("description",
    [
        new("reggen", "1", "Version of the language.", Required: true),
        new("device", "name", "Name of the device and of the generated class.", Required: true),
        Doc,
        new("meta", "map", "Where the description comes from."),
        new("space", "io", "Address space: x86 I/O ports."),
        new("size", "number", "Ports from the base, 1 to 65536. Registers must lie inside; the claim is the ports that have registers.", Required: true),
        new("bases", "map of name: port", "Where the device is usually found."),
        new("width", "8, 16 or 32", "Width of registers that give none. Default: 8."),
        new("access", "access", "Access of registers that give none. Default: rw."),
        new("enums", "map of name: enum", "Enums that several fields share."),
        new("banks", "map of name: bank", "Fields that choose which registers answer."),
        new("registers", "map of name: register", "The registers at ports of the device.", Required: true),
        new("regions", "map of name: region", "Parts with a base of their own."),
        new("windows", "map of name: window", "Registers behind an index and a data register."),
        new("joined", "map of name: joined value", "Values spread over several registers."),
    ]);

    public static readonly KeyTable Meta = new("meta",
    [
        new("source", "text", "The datasheet: maker, title, number."),
        new("license", "text", "Licence of the description."),
        new("authors", "list of text", "Who wrote the description."),
        new("tags", "list of text", "Words to find it by."),
    ]);

    public static readonly KeyTable Register = new("register",
    [
        new("at", "number", "Ports from the device's base; in a window, the index.", Required: true),
        new("in", "window or region", "Where it stands, if not where it is written; for registers of the device's list."),
        new("when", "REG.Field == value", "When the register answers, if not always. The access selects that state and restores it."),
        Access,
        new("read", "normal, clear or pop", "What a read does, where the access does not tell: clear sets the bits to 0, pop takes the next entry of a queue."),
        new("width", "8, 16 or 32", "Width in bits. Default: the window's data register's, else the device's."),
        new("reset", "number", "Value after reset. Left out, it is unknown."),
        new("shadow", "true or false", "Whether the device object remembers what was written, for registers that cannot be read back. Default: false."),
        new("initial", "number", "What the shadow starts from. Default: the reset value."),
        new("fields", "map of name: field", "Its fields. Without any, its value is a plain number."),
        Doc,
    ]);

    public static readonly KeyTable Field = new("field",
    [
        new("bits", "7 or 7..6", "Its bits, both ends included, the higher first.", Required: true),
        new("access", "access", "How its bits behave. Default: the register's."),
        new("read", "normal, clear or pop", "What a read does, where the access does not tell."),
        new("enum", "name or map of name: value", "Names of its values: a shared enum, or one of its own."),
        new("reset", "number", "Value after reset, where the register gives none."),
        new("neutral", "number", "The value that does nothing, where it is not the reset value."),
        Doc,
    ]);

    public static readonly KeyTable EnumMember = new("enum name",
    [
        new("value", "number", "Its value.", Required: true),
        Doc,
    ]);

    public static readonly KeyTable Bank = new("bank",
    [
        new("select", "REG.Field", "The field that chooses.", Required: true),
        new("home", "number or name", "Its value between accesses. Registers of the home bank are reached without selecting."),
        Doc,
    ]);

    public static readonly KeyTable Window = new("window",
    [
        new("index", "REG or REG.Field", "Where the index goes; what else that register holds is kept.", Required: true),
        new("data", "REG, [REG, ...] or { read: REG, write: REG }", "The register that shows the indexed one; one for each width if there are several.", Required: true),
        new("increment", "read, write or both", "Which accesses to the data register move the index on by one. Default: none."),
        new("size", "number", "Number of indices, for access to all of them. Default: up to the last register."),
        new("registers", "map of name: register", "The registers behind it.", Required: true),
        Doc,
    ]);

    public static readonly KeyTable DataDirections = new("window's data",
    [
        new("read", "REG or [REG, ...]", "The data register to read.", Required: true),
        new("write", "REG or [REG, ...]", "The data register to write.", Required: true),
    ]);

    public static readonly KeyTable Region = new("region",
    [
        new("base", "port or map", "Where it begins: a port, or what tells the port.", Required: true),
        new("size", "number", "Ports from its base, 1 to 65536. Its registers must lie inside.", Required: true),
        new("within", "first..last", "Ports where it may be, if its base is read; a launcher may claim them. Default: 0x100..0xFFFF."),
        new("registers", "map of name: register", "Its registers; 'at' counts from the region's base.", Required: true),
        new("windows", "map of name: window", "Windows whose index and data registers are in it."),
        Doc,
    ]);

    public static readonly KeyTable RegionBase = new("base",
    [
        new("from", "REG, REG.Field or joined value", "The register that holds the base. It is read and claimed at the first access."),
        new("select", "REG.Field", "The field that chooses the base. All bases are claimed with the device."),
        new("at", "map of value: port", "The bases that the field chooses."),
        new("pci-bar", "0 to 5", "The PCI base address register that holds it. It is given when the device is opened."),
    ]);

    public static readonly KeyTable Joined = new("joined value",
    [
        new("of", "list of registers", "Its registers, most significant first.", Required: true),
        new("read", "list of registers", "The order of reading. Default: the order of 'of'."),
        new("write", "list of registers", "The order of writing. Default: the order of 'of'."),
        Doc,
    ]);

    public static readonly IReadOnlyList<KeyTable> All = [Device, Meta, Register, Field, EnumMember, Bank, Window, DataDirections, Region, RegionBase, Joined];
}
