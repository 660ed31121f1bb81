namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Device = new("description",
    [
        new("reggen", "'1'", "Version of the language.", Required: true),
        new("device", "name", "Name of the device and of the generated class.", Required: true),
        Doc,
        new("meta", "meta", "Where the description comes from."),
        new("space", "'io'", "Address space: x86 I/O ports.", Default: "io"),
        new("size", "number", "Ports from the base, 1 to 65536. Registers must lie inside; the claim is the ports that have registers.", Required: true),
        new("bases", "map of name: number", "Where the device is usually found."),
        new("locate", "located", "How the device is found at run time."),
        new("width", "'8', '16', '32' or '64'", "Width of registers that give none.", Default: "8"),
        new("access", "access", "Access of registers that give none.", Default: "rw"),
        new("enums", "map of name: shared enum", "Enums that several fields share."),
        new("banks", "map of name: bank", "Fields that choose which registers answer."),
        new("groups", "map of name: group", "Registers that share a condition."),
        new("registers", "map of name: register", "The registers at ports of the device.", Required: true),
        new("regions", "map of name: region", "Parts with a base of their own."),
        new("windows", "map of name: window", "Registers behind an index and a data register."),
        new("joined", "map of name: joined value", "Values spread over several registers."),
        new("sequences", "map of name: sequence", "Named lists of steps; each becomes a method."),
    ]);

    public static readonly KeyTable Meta = new("meta",
    [
        new("source", "text", "The datasheet: maker, title, number."),
        new("license", "text", "Licence of the description."),
        new("authors", "list of text", "Who wrote the description."),
        new("tags", "list of text", "Words to find it by."),
    ]);
}
