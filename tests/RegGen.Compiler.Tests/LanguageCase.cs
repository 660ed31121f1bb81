using RegGen.Rigs;

namespace RegGen.Compiler.Tests;

/// <summary>
/// An item of the language in <c>Language/</c>: files with one base name. To add one, add <c>NAME.regs.yaml</c> (a description),
/// <c>NAME.use.cs</c> (statements of a driver that uses it, see <see cref="LanguageProgram"/>) and <c>NAME.wrong.regs.yaml</c> (typical
/// mistakes), run the tests of <see cref="LanguageCaseTests"/> with <c>REGGEN_ACCEPT=1</c>, and read <c>NAME.verified.cs</c> and
/// <c>NAME.wrong.verified.txt</c>. The files are read where they lie: no build is needed between.
/// </summary>
/// <param name="Name">The base name.</param>
/// <remarks><c>REGGEN_CASES=One,Two</c> runs those alone.</remarks>
sealed record LanguageCase(string Name)
{
    static readonly string s_folder = Repository.At("tests", "RegGen.Compiler.Tests", "Language");

    static readonly string[] s_wanted = Environment.GetEnvironmentVariable("REGGEN_CASES")?.Split(',') ?? [];

    /// <summary>All of them; a name with a dot is a file that belongs to another, such as <c>Variant.base.regs.yaml</c>.</summary>
    public static IReadOnlyList<LanguageCase> All { get; } = [.. Directory.EnumerateFiles(s_folder, "*.regs.yaml")
        .Select(path => Path.GetFileName(path)[..^".regs.yaml".Length])
        .Where(name => !name.Contains('.', StringComparison.Ordinal) && (s_wanted.Length == 0 || s_wanted.Contains(name)))
        .Order(StringComparer.Ordinal).Select(name => new LanguageCase(name))];

    /// <summary>All sound descriptions, and the files that belong to them.</summary>
    public static IEnumerable<string> AllFiles => Directory.EnumerateFiles(s_folder, "*.regs.yaml")
        .Where(path => !path.EndsWith(".wrong.regs.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    public string Description => Read($"{Name}.regs.yaml");

    public string Use => Read($"{Name}.use.cs");

    public string Wrong => Read($"{Name}.wrong.regs.yaml");

    public Description Parse() => DeviceCompiler.Parse($"{Name}.regs.yaml", Description);

    public Description ParseWrong() => DeviceCompiler.Parse($"{Name}.wrong.regs.yaml", Wrong);

    static string Read(string file) => File.ReadAllText(Path.Combine(s_folder, file));
}
