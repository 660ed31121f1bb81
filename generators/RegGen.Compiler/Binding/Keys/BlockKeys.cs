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
        new("banks", "map of name: bank", "Fields of its registers that choose which of them answer."),
        new("registers", "map of name: register", "Its registers."),
        new("groups", "map of name: group", "Registers of it that share a condition."),
        new("blocks", "map of name: block", "Blocks inside it."),
        new("windows", "map of name: window", "Windows of it; nothing keeps their index and data registers from standing elsewhere."),
        new("joined", "map of name: joined value", "Values spread over several of its registers."),
        new("sequences", "map of name: sequence", "Named lists of steps; each becomes a method of the block."),
        CSharpName,
        If,
        Doc,
    ]);
}
