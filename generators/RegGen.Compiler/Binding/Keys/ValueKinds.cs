using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>A kind of value that is a single text, or a word for a longer form.</summary>
/// <param name="Name">What forms call it.</param>
/// <param name="Example">How it is written.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Pattern">What it looks like, for editors: a regular expression of the whole text; empty for any text.</param>
sealed record ValueKind(string Name, string Example, string Doc, string Pattern = "")
{
    /// <summary>The words that it consists of, if these are all.</summary>
    public IReadOnlyList<(string Word, string Doc)> Words { get; init; } = [];

    /// <summary>The form that it is another word for; then it is no single text.</summary>
    public string? Means { get; init; }
}

/// <summary>The kinds of values. A pattern here may be wider than what the compiler takes, never narrower.</summary>
static class ValueKinds
{
    const string Number = "(0[xX][0-9A-Fa-f_]+|0[bB][01_]+|[0-9][0-9_]*)";
    const string Name = "[A-Za-z][A-Za-z0-9_]*";
    const string Reference = Name + @"(\[[^\]]+\])?(\." + Name + @"(\[[^\]]+\])?)*";
    const string Bits = Number + @"( *(\.\.|:) *" + Number + ")?";

    public static readonly IReadOnlyList<ValueKind> All =
    [
        new("text", "Line control.", "A text. With a comma, or with a colon and a space, it needs quotes."),
        new("number", "0x1A", "26, 0x1A, 0b11010 or 1_000.", Number),
        new("name", "WordLength", "A letter, then letters, digits and underscores.", Name),
        new("bits", "7..6", "Bits, both ends included, the higher one first: 7, 7..6 or 7:6.", Bits),
        new("REG", "LCR", "A register of the description; one in a window as Window.REG.", Reference),
        new("data register", "DATA + at[1..0]", "A register, with the bits of 'at' that choose one of its bytes where narrower accesses reach them.",
            Reference + @"( *\+ *at *\[ *" + Bits + @" *\])?"),
        new("first..last", "0x200..0xFFF", "A range of numbers, such as ports, both ends included.", Number + @" *\.\. *" + Number),
        new("REG.Field", "LCR.Dlab", "A field of a register.", Reference),
        new("time", "3.3us", "A number and its unit: ns, us, ms or s.", @"[0-9]+(\.[0-9]+)? ?(ns|us|ms|s)"),
        new("file", "serial.regs.yaml", "A file, relative to the one that names it."),
        new("part", "LSR.FifoError", "A part of a device: SCR, LSR.FifoError, IIR.reset; enums.Mode where a name alone means several."),
        new("version", "1.0", "A version of the language.", @"[0-9]+(\.[0-9]+)?"),
        new("parameter condition", "HasFifo", "HasFifo, not HasFifo, Counters > 2; == != < <= > >=, several joined by &&."),
        new("condition", "LCR.Dlab == 1", "What fields or registers hold: numbers, or names of the field's enum. Compared by ==, != or in [0, 2]; several with &&."),
        new("step", "LCR.Dlab <- 1", "One step: REG <- value, REG <- Field=value, REG.Field <- value, read REG, let x <- REG, result x <- REG, poll condition within 10ms, delay 5us, call Other(x)."),
        new("access", "ro", "A short name of the access table.") { Words = [.. AccessModes.All.Select(mode => (mode.Name, mode.Doc))] },
        new("read effect", "clear", "What a read does to the bits read.") { Words = [.. AccessModes.Reads.Select(read => (read.Word, read.Doc))] },
        new("write effect", "one-clears", "What a write does to the bits written.") { Words = [.. AccessModes.Writes.Select(write => (write.Word, write.Doc))] },
        new("policy", "zero", "What is written into bits without a meaning.") { Words = [.. AccessModes.Policies.Select(policy => (policy.Word, policy.Doc))] },
        new("at [access]", "7 ro", "A register in one line.", Number + "( +[a-z0-9]+)?"),
        new("decimal", "-0.5", "A number that may be negative or have a fraction.", "(-?" + Number + @"|-?[0-9]+\.[0-9]+)"),
        new("bits [access] [type]", "7..6 ro Mode", "A field in one line.", Bits + "( +[A-Za-z][A-Za-z0-9_]*){0,2}"),
        new("shared enum", "{ Off: 0, On: 1 }", "Names of values, alone or in full.") { Means = "enum or full enum" },
        new("enum", "{ Off: 0, On: 1 }", "Names of values.") { Means = "map of name: enum name" },
    ];

    public static ValueKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
