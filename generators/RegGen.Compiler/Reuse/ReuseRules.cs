using RegGen.Compiler.Diagnostics;

namespace RegGen.Compiler.Reuse;

/// <summary>What can be wrong between files, and with parameters.</summary>
static class ReuseRules
{
    public static readonly Rule MissingFile = new("RG3101", Severity.Error, "Used file not found",
        "Write its path relative to this file, and let the project list it among its descriptions.");

    public static readonly Rule Cycle = new("RG3102", Severity.Error, "Files use each other",
        "Let one of them stand alone: move what both need into a library.");

    public static readonly Rule WrongFile = new("RG3103", Severity.Error, "Wrong kind of file",
        "Use files that begin with 'library:', and extend one that begins with 'device:'.");

    public static readonly Rule UnsoundFile = new("RG3104", Severity.Error, "Used file has an error",
        "Mend that file; nothing is generated from this one until then.");

    public static readonly Rule NotInherited = new("RG3105", Severity.Error, "Nothing there to remove",
        "Name a part of the extended device, such as SCR, LSR.FifoError or IIR.reset.");

    public static readonly Rule UnknownParameter = new("RG3106", Severity.Error, "Unknown parameter",
        "Declare it under 'parameters', with its default: parameters: { Counters: 3 }.");

    public static readonly Rule MissingValue = new("RG3107", Severity.Error, "Parameter without a default",
        "Write the value that holds where none is given.");

    public static readonly Rule WrongValue = new("RG3108", Severity.Error, "Value of another kind than the parameter",
        "Write a number for a number, and true or false for a switch.");

    public static readonly Rule NotParameterCondition = new("RG3109", Severity.Error, "Not a condition over parameters",
        "Write it like 'if: HasFifo', 'if: not HasFifo' or 'if: Counters > 2'; join several by &&.");

    public static readonly Rule TwoLibraries = new("RG3110", Severity.Error, "Name in two libraries",
        "Rename one of the two, or use only one of the libraries.");

    public static readonly Rule OnlyInVariant = new("RG3111", Severity.Error, "Does not fit together with the file it comes from",
        "Change or remove it here too, or give other values in 'with'.");

    public static readonly IReadOnlyList<Rule> All =
    [
        MissingFile, Cycle, WrongFile, UnsoundFile, NotInherited, UnknownParameter, MissingValue, WrongValue, NotParameterCondition,
        TwoLibraries, OnlyInVariant,
    ];
}
