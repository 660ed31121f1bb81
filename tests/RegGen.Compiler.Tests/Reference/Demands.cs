namespace RegGen.Compiler.Tests.Reference;

/// <summary>The whole language, item by item. None is done until a case says it, is run, and stands on the page.</summary>
static class Demands
{
    /// <summary>What is still to be done. A row leaves this list with its first case; the list is to be empty.</summary>
    public static readonly IReadOnlyList<string> Open =
    [
    ];

    public static readonly IReadOnlyList<Demand> All =
    [
        new("access as a pair of effects", "Access", @"access: \{ ?(read|write):"),
        new("a field's own access", "Access", @": \d+ (rc|sc|w1c)\b"),
        new("inert values", "Inert values", "neutral:"),
        new("reserved bits by policy", "Reserved bits", "reserved: (preserve|zero|one)"),
        new("shadows", "Shadows", "shadow: true"),
        new("what a shadow starts from", "Shadows", "initial:"),

        new("bit ranges and single bits", "Fields", @": \d+\.\.\d+"),
        new("discontiguous bits", "Discontiguous fields", @"\[\d+, ?\d+\.\.\d+|\[\d+(\.\.\d+)?, ?\d+"),
        new("signed fields", "Signed fields", "signed"),
        new("fixed point", "Fixed-point fields", "point:"),
        new("scale and unit", "Fixed-point fields", "unit:"),
        new("BCD", "BCD fields", "bcd"),
        new("BCD under a condition", "BCD fields", @"bcd: ""?[A-Z]"),
        new("encodings of arrays", "BCD fields", @"count: \d+, .*encoding:"),
        new("encodings of queues", "BCD fields", @"fifo: true, encoding:"),
        new("encodings of dangerous registers", "BCD fields", @"encoding: .*danger:"),
        new("least and greatest value", "Ranges of values", "(min|max):"),
        new("arrays of fields", "Field arrays", @"bits: [\d.]+, count:"),
        new("constants that tell commands apart", "Constant fields", @"bits: [\d.]+, value:"),
        new("shared enums", "Enums", "^enums:"),
        new("enums of a field", "Enums", @"enum: \{"),
        new("enums that name every value", "Exhaustive enums", "exhaustive:"),
        new("a name for all other values", "Exhaustive enums", "default|_:"),
        new("enums of their own for reading and writing", "Enums of their own for reading and writing", @"enum: \{ read:"),
        new("flags", "Flags", "flags"),

        new("registers of 64 bits", "Widths", @"width: 64\b"),
        new("access widths per direction", "Widths", "widths:"),
        new("exact width", "Widths", "exact: true"),
        new("arrays of registers by stride", "Register arrays", "stride:"),
        new("arrays of registers by offsets", "Register arrays", "offsets:"),
        new("arrays of registers by an enum", "Register arrays", @"index: [A-Z]\w+,? .*doc|index: [A-Z][a-z]"),
        new("blocks", "Blocks", "blocks:"),
        new("arrays of blocks", "Blocks", @"blocks:[\s\S]*count:"),
        new("windows in blocks", "What stands in blocks", @"^    windows:[\s\S]*^    joined:"),
        new("joined values in blocks", "What stands in blocks", @"^    joined:"),
        new("sequences in blocks", "What stands in blocks", @"^    sequences:"),
        new("banks of blocks", "What stands in blocks", @"^    banks:"),
        new("locks and doubled registers of blocks", "What stands in blocks", @"^ {6}\w+: \{ at: \d+, unlock:"),
        new("blocks in windows", "Blocks in windows and regions", @"^windows:\n(  .*\n)*    blocks:"),
        new("blocks in regions", "Blocks in windows and regions", @"^regions:\n(  .*\n)*    blocks:"),
        new("a step between addresses", "Distance between addresses", "step:"),
        new("one register at two addresses", "One register at two addresses", @"at: \{ read: \w+, write:"),
        new("one register in two banks", "One register at two addresses", @"when: \{ read: .*write:"),
        new("doubled registers", "Doubled registers", "depth: 2"),
        new("stated overlaps", "Overlaps", "overlaps:"),

        new("banks with a home", "Banks", "home:"),
        new("banks that stay selected", "Banks that stay", "restore: false"),
        new("conditions on sets", "Conditions", @" in \["),
        new("conditions that hold together", "Conditions", "&&"),
        new("conditions by names of values", "Conditions", @"== [A-Z][a-z]"),
        new("groups", "Groups", "^groups:"),
        new("groups in windows", "Groups in windows", "^ +groups:"),
        new("nested groups", "Nested groups", @"groups:[\s\S]*^ +groups:"),
        new("nested banks", "Nested banks", @"when: EFR|nested"),
        new("one-shot selection", "One-shot selection", "select-by:"),

        new("windows by index and data", "Windows", @"index: [A-Z]"),
        new("preserved bits of the index register", "Windows", @"index: [A-Z]\w*\.[A-Z]"),
        new("windows by steps", "Windows by steps", @"select: ?\[|select:\s+-"),
        new("parameters of a window", "Windows by steps", @"parameters: \{ ?bus"),
        new("conditions in a set of registers", "Windows by steps", @"when: Phy\.PAGE"),
        new("data ports of several widths", "Data ports of several widths", @"data: ""?[A-Z]\w* \+ |data: \["),
        new("data ports per direction", "Data ports of several widths", @"data: \{ ?read:"),
        new("auto-increment", "Auto-increment", "increment:"),
        new("the window as an array of bytes", "The window as bytes", @"\.ReadAll|\.ReadBytes|ReadBlock"),
        new("enter and exit keys", "Entering and leaving", "enter:"),
        new("locks", "Entering and leaving", "lock:"),
        new("nested windows", "Nested windows", @"windows:[\s\S]*windows:|index: [A-Z]\w+\.[A-Z]+\b"),

        new("regions at a fixed place", "Regions", @"base: 0x"),
        new("regions chosen by a field", "Regions", @"base:[\s\S]*select:"),
        new("regions read from a register", "Regions", "from:"),
        new("regions from PCI", "Regions", "pci-bar:"),
        new("what a launcher may claim", "Regions", "within:"),

        new("several accesses to one port", "Several accesses to one port", "transfer:"),
        new("steps before and after", "Steps before and after", "(before|after):"),
        new("queues and block transfer", "Queues", "fifo: true"),
        new("byte order", "Byte order", "order: big"),
        new("recovery time", "Recovery time", "recovery:"),
        new("stable reads", "Stable reads", "stable: twice"),

        new("joined values", "Joined values", "^joined:"),
        new("the order of access", "Joined values", @"of: .*write: \["),
        new("elements of arrays and depths", "Joined values", @"\[\d\]"),
        new("encoding of joined values", "Joined values", @"of: .*encoding:"),

        new("sequences with parameters", "Sequences", @"sequences:[\s\S]*parameters:"),
        new("results", "Sequences", "result \\w+ <-"),
        new("writes by field", "Steps", @"<- [A-Z]\w*="),
        new("reads", "Steps", @"\bread [A-Z]"),
        new("values kept for later", "Steps", @"\blet \w+ <-"),
        new("polls", "Steps", @"\bpoll .* within"),
        new("delays", "Steps", @"\bdelay \d"),
        new("calls", "Steps", @"\bcall [A-Z]"),

        new("unlocking", "Unlocking", "unlock:"),
        new("write enable", "Write enable", "write-enable:"),
        new("danger", "Danger", @"danger: (?!dma)"),
        new("danger of memory access", "Danger", "danger: dma"),

        new("identification without side effects", "Identification", @"identify: ""?[A-Z]"),
        new("identification by a probe", "Identification", "probe:"),

        new("named places", "Places", "bases:"),
        new("places found by PCI identity", "Places", "vendor:"),
        new("places found by PCI class", "Places", @"class: 0x"),

        new("shared libraries", "Shared libraries", "^use:"),
        new("variants", "Variants", "^extends:"),
        new("parameters", "Parameters", @"\$\{"),
        new("optional parts", "Parameters", @"\bif: "),
        new("where a description comes from", "meta", "authors:"),
        new("names of one's own in C#", "Names of your own", @"\bname: [A-Z]"),
    ];
}
