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
    static readonly Key Behaviour = new("access", "name or { read, write }", "How the bits behave: a short name of the access table, or what a read and a write do.");
    static readonly Key Reserved = new("reserved", "preserve, zero or one", "What is written into bits of no field: what was read (else the reset value), zeros or ones. Default: the device's, else preserve.");
    static readonly Key Read = new("read", "read effect", "What a read does, where the access does not tell.");
    static readonly Key Write = new("write", "write effect", "What a write does, where the access does not tell.");

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
        new("access", "name or { read, write }", "Access of registers that give none. Default: rw."),
        new("reserved", "preserve, zero or one", "What is written into bits of no field, in registers that do not say. Default: preserve."),
        new("enums", "map of name: enum", "Enums that several fields share."),
        new("banks", "map of name: bank", "Fields that choose which registers answer."),
        new("registers", "map of name: register", "The registers at ports of the device.", Required: true),
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

    public static readonly KeyTable Access = new("access",
    [
        new("read", "read effect", "What a read does. Default: none."),
        new("write", "write effect", "What a write does. Default: none."),
    ]);

    public static readonly KeyTable Register = new("register",
    [
        new("at", "number", "Ports from the device's base; in a window, the index.", Required: true),
        new("when", "REG.Field == value", "When the register answers, if not always. The access selects that state and restores it."),
        Behaviour,
        Read,
        Write,
        new("width", "8, 16 or 32", "Width in bits. Default: the window's data register's, else the device's."),
        Reserved,
        new("reset", "number", "Value after reset. Left out, it is unknown."),
        new("shadow", "true or false", "Whether the device object remembers what was written, for registers that cannot be read back. Default: false."),
        new("initial", "number", "What the shadow starts from. Default: the reset value."),
        new("fields", "map of name: field", "Its fields. Without any, its value is a plain number."),
        Doc,
    ]);

    public static readonly KeyTable Field = new("field",
    [
        new("bits", "7 or 7..6", "Its bits, both ends included, the higher first.", Required: true),
        new("access", "name or { read, write }", "How its bits behave. Default: the register's."),
        Read,
        Write,
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
        new("data", "REG", "The register that shows the indexed one.", Required: true),
        new("registers", "map of name: register", "The registers behind it.", Required: true),
        Doc,
    ]);

    public static readonly KeyTable Joined = new("joined value",
    [
        new("of", "list of registers", "Its registers, most significant first.", Required: true),
        new("read", "list of registers", "The order of reading. Default: the order of 'of'."),
        new("write", "list of registers", "The order of writing. Default: the order of 'of'."),
        Doc,
    ]);

    public static readonly IReadOnlyList<KeyTable> All = [Device, Meta, Access, Register, Field, EnumMember, Bank, Window, Joined];
}
