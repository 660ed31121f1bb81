namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Bank = new("bank",
    [
        new("select", "REG.Field", "The field that chooses. Needed, unless steps select."),
        new("select-by", "list of step", "Steps that select it for the next access; the last one is the write that does. 'when' then names the bank."),
        new("home", "number or name", "Its value between accesses. Registers of the home bank are reached without selecting."),
        new("restore", "'true' or 'false'", "Whether an access puts the field back as it was, where there is no home.", Default: "true"),
        If,
        Doc,
    ]);

    public static readonly KeyTable Group = new("group",
    [
        new("when", "condition", "When its registers answer; it holds beside a 'when' of their own. A group has this or a guard."),
        WriteEnable,
        Unlock,
        Relock,
        new("registers", "map of name: register", "Its registers. They are registers of the device like any other."),
        new("groups", "map of name: group", "Groups inside it."),
        If,
        Doc,
    ]);

    // The map that stands where a value may differ by direction; in the reference, 'X per direction'.
    public static readonly KeyTable Directions = new("value per direction",
    [
        new("read", "as the key says", "For reading."),
        new("write", "as the key says", "For writing."),
    ]);
}
