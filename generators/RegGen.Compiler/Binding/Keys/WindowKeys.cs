namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Window = new("window",
    [
        new("index", "REG or REG.Field", "Where the index goes; what else that register holds is kept. Or 'select', or 'read' and 'write'."),
        new("select", "list of step", "Steps that choose, where an index alone does not: they write 'at', the address, and the parameters."),
        new("parameters", "map of name: first..last", "What the steps need beside the address: numbers that the program gives."),
        new("data", "data register per direction or list of data register per direction",
            "The register that shows the chosen one; a list has one for each width. REG + at[1..0]: narrower accesses reach its bytes. Needed, unless 'read' and 'write' are there."),
        new("read", "list of step", "All steps of a read, 'result value <- REG' among them, where each access is a command of its own."),
        new("write", "list of step", "All steps of a write, 'REG <- value' among them."),
        new("increment", "'read', 'write' or 'both'", "Which accesses to the data register move the index on by one.", Default: "none"),
        new("recovery", "time per direction or 'none'", "How long the device needs after an access to the data register before the next one.", Default: "that of the data register"),
        new("enter", "list of step", "Steps before an access, or at the beginning of a scope."),
        new("exit", "list of step", "Steps after it."),
        new("lock", "text", "Name of the lock that is held meanwhile; whoever shares these ports takes the same. Windows with one index share it."),
        Unlock,
        Relock,
        new("size", "number", "Number of indices, for access to all of them; needed with steps.", Default: "up to the last register"),
        new("registers", "map of name: register", "The registers behind it. Needed, unless they all stand in blocks or groups."),
        new("groups", "map of name: group", "Registers behind it that share a condition."),
        new("blocks", "map of name: block", "Registers behind it that stand together, once or several times."),
        CSharpName,
        If,
        Doc,
    ]);

    /// <summary>What <c>per direction</c> comes to for a window's data.</summary>
    public static readonly KeyTable DataDirections = new("window's data",
    [
        new("read", "data register or list of data register", "The data register to read.", Required: true),
        new("write", "data register or list of data register", "The data register to write.", Required: true),
    ]);
}
