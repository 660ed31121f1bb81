namespace RegGen.Compiler.Binding;

/// <summary>
/// All keys of the language, a file for each kind of map. Binder, messages, reference and JSON schema take them from here.
/// </summary>
/// <remarks>
/// To add a key, add a row to its table. Its form is read by <see cref="ValueForm"/>: words in quotes stand for themselves, other words
/// are rows of <see cref="ValueKinds"/> or names of tables. Then use it in a language case, and run the tests with <c>REGGEN_ACCEPT=1</c>:
/// the reference and the schema follow, and tests say what is missing. A new kind of map is a file here and a line in <see cref="All"/>.
/// </remarks>
static partial class KeyTables
{
    static IReadOnlyList<KeyTable>? s_all;

    /// <summary>Every table.</summary>
    public static IReadOnlyList<KeyTable> All => s_all ??=
    [
        Device, Library, Meta, UsedFile, FileParameter, Effects, Register, Widths, Field, Encoding, Enum, EnumPair, EnumMember, Block, Bank, Group, Window, Region,
        RegionBase, Located, Pci, PciBase, PciBits, Identity, Joined, Sequence, Parameter, StepsPerDirection, Transfer,
    ];

    public static KeyTable? Find(string of) => All.FirstOrDefault(table => table.Of == of);

    // Not a field: the order in which the files of a partial class are initialized is not defined.
    static Key Doc => new("doc", "text", "What it is: one sentence. Becomes the documentation of the generated member.");
}
