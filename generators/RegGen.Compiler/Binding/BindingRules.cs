using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Binding;

/// <summary>What can be wrong with a single key or value.</summary>
static class BindingRules
{
    public static readonly Rule UnknownKey = new("RG1001", Severity.Error, "Unknown key",
        "Correct the key or remove it.");

    public static readonly Rule MissingKey = new("RG1002", Severity.Error, "Missing key",
        "Add it.");

    public static readonly Rule WrongKind = new("RG1003", Severity.Error, "Value of the wrong kind",
        "Write the value as the reference shows it.");

    public static readonly Rule NotNumber = new("RG1004", Severity.Error, "Not a number",
        "Write it like 26, 0x1A, 0b11010 or 1_000.");

    public static readonly Rule OutOfRange = new("RG1005", Severity.Error, "Number out of range",
        "Choose a value in the range.");

    public static readonly Rule NotName = new("RG1006", Severity.Error, "Not a name",
        "A name begins with a letter and goes on with letters, digits and underscores.");

    public static readonly Rule UnknownWord = new("RG1007", Severity.Error, "Unknown word",
        "Choose one of the words.");

    public static readonly Rule NotBits = new("RG1008", Severity.Error, "Not a bit range",
        "Write the bits as in the datasheet: 7, 7..6 or 7:6, the higher one first.");

    public static readonly Rule Version = new("RG1009", Severity.Error, "Language version not supported",
        "Write 'reggen: 1', or build with a newer RegGen.");

    public static readonly Rule UnquotedComma = new("RG1010", Severity.Error, "Unquoted comma",
        "Put the whole text in quotes: in braces, a comma begins the next key.");

    public static readonly Rule NotCondition = new("RG1011", Severity.Error, "Not a condition",
        "Write it like 'LCR.Dlab == 1', 'CR.Page in [0, 2]' or 'A.X != 0 && B.Y == On': fields or registers, numbers or names of the field's enum.");

    public static readonly Rule UnknownRegister = new("RG1012", Severity.Error, "Unknown register",
        "Name a register of this description; one in a window as Window.Register.");

    public static readonly Rule UnknownField = new("RG1013", Severity.Error, "Unknown field",
        "Name a field of that register.");

    public static readonly Rule UnknownEnum = new("RG1014", Severity.Error, "Unknown enum",
        "Declare it under 'enums', or write its names in the field: enum: { Off: 0, On: 1 }.");

    public static readonly Rule UnknownMember = new("RG1015", Severity.Error, "Unknown enum name",
        "Use a name of the field's enum, or a number.");

    public static readonly Rule DuplicateName = new("RG1016", Severity.Error, "Name used twice",
        "Rename one of the two.");

    public static readonly Rule WrongAccess = new("RG1040", Severity.Error, "Access that contradicts itself",
        "Say each effect once: a short name such as w1c, or a pair such as { read: clear, write: one-clears }.");

    public static readonly Rule NotVersion = new("RG3112", Severity.Error, "Not a version",
        "Write it like 1.0.");

    public static readonly Rule NotCSharpName = new("RG3113", Severity.Error, "Not a name in C#",
        "Choose a name that begins with a capital letter.");

    public static readonly Rule UnknownContainer = new("RG1101", Severity.Error, "Unknown window or region",
        "Name a window or a region of this description; a window of a region as Region.Window.");

    public static readonly Rule NotRange = new("RG1102", Severity.Error, "Not a range",
        "Write the first and the last number, the lower one first: 0x200..0xFFF.");

    public static readonly Rule NotStep = new("RG1081", Severity.Error, "Not a step",
        "Write it like 'REG <- value', 'REG <- Field=value', 'read REG', 'let x <- REG.Field', 'result x <- REG.Field', "
        + "'poll REG.Field == 1 within 10ms', 'delay 5us' or 'call Other(x)'.");

    public static readonly Rule UnknownVariable = new("RG1082", Severity.Error, "Unknown name in a step",
        "Name a parameter, something that an earlier step has read with 'let' or 'result', or a value of the field's enum.");

    public static readonly Rule NotTime = new("RG1083", Severity.Error, "Not a time",
        "Write a number and its unit: 100ns, 3.3us, 10ms or 1s; at most an hour.");

    public static readonly Rule VariableTwice = new("RG1084", Severity.Error, "Name used twice in steps",
        "Choose another name, or leave one of the two out.");

    public static readonly IReadOnlyList<Rule> All =
    [
        UnknownKey, MissingKey, WrongKind, NotNumber, OutOfRange, NotName, UnknownWord, NotBits, Version, UnquotedComma, NotCondition,
        UnknownRegister, UnknownField, UnknownEnum, UnknownMember, DuplicateName, WrongAccess,
        UnknownContainer, NotRange, NotVersion, NotCSharpName,
        NotStep, UnknownVariable, NotTime, VariableTwice,
    ];
}
