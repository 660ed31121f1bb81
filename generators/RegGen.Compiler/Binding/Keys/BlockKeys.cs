namespace RegGen.Compiler.Binding;

static partial class KeyTables
{
    public static readonly KeyTable Block = new("block",
    [
        new("at", "number", "Where it begins; its registers count from there.", Required: true),
        new("count", "number", "How many there are; they form an array."),
        new("stride", "number", "Addresses from one to the next."),
        new("offsets", "list of number", "Where each begins, counted from 'at', for an array without a regular stride."),
        new("index", "name", "The enum that the array is indexed by: there is an element for each name, at 'at' + stride * value."),
        new("step", "number", "Ports from one address inside to the next.", Default: "that of what it stands in"),
        new("when", "condition", "When its registers answer; it holds beside a 'when' of their own."),
        new("registers", "map of name: register", "Its registers."),
        new("groups", "map of name: group", "Registers of it that share a condition."),
        new("blocks", "map of name: block", "Blocks inside it."),
        Doc,
    ]);
}
