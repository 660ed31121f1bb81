namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Device = new("description",
    [
        new("reggen", "'1'", "Version of the language.", Required: true),
        new("device", "name", "Name of the device and of the generated class.", Required: true),
        CSharpName,
        Doc,
        new("meta", "meta", "Where the description comes from."),
        new("use", "used file or list of used file", "Libraries whose enums it uses."),
        new("extends", "used file", "The device that this one is a variant of: it has all of its parts, changes those that it names, and adds others."),
        new("remove", "list of part", "Parts of the extended device that this one does not have."),
        new("parameters", "map of name: file parameter", "Values that a variant may change; written ${NAME} wherever they are used."),
        new("space", "'io'", "Address space: x86 I/O ports.", Default: "io"),
        new("size", "number", "Ports from the base, 1 to 65536. Registers must lie inside; the claim is the ports that have registers.", Required: true),
        new("bases", "map of name: number", "Where the device is usually found."),
        new("locate", "located", "How the device is found at run time."),
        new("identify", "condition or probe", "What the device is recognized by."),
        new("width", "'8', '16', '32' or '64'", "Width of registers that give none.", Default: "8"),
        new("access", "access or pair of effects", "Access of registers that give none.", Default: "rw"),
        new("reserved", "policy", "What is written into bits of no field, in registers that do not say.", Default: "preserve"),
        new("order", "'little' or 'big'", "Byte order of registers that give none and have more than one byte.", Default: "little"),
        new("recovery", "time per direction or 'none'", "How long the device needs after an access before the next one, for registers that do not say.", Default: "none"),
        new("enums", "map of name: shared enum", "Enums that several fields share."),
        new("banks", "map of name: bank", "Fields that choose which registers answer."),
        new("step", "number", "Ports from one address to the next, where a device uses only every second or fourth.", Default: "1"),
        new("blocks", "map of name: block", "Registers that stand together, once or several times."),
        new("groups", "map of name: group", "Registers that share a condition."),
        new("registers", "map of name: register", "The registers at ports of the device. Needed, unless they all stand in blocks or groups."),
        Unlock,
        Relock,
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
        new("min-version", "version", "The oldest version of the language that has all that is used here."),
    ]);
}
