using RegGen.Compiler.Tests.Emit;

namespace RegGen.Compiler.Tests.Reference;

/// <summary><c>devices/LANGUAGE.md</c> says what the compiler does.</summary>
public sealed class LanguageTests
{
    static readonly MarkdownPage s_page = new("devices", "LANGUAGE.md");

    [Fact]
    public void Its_tables_are_those_of_the_compiler()
    {
        string renewed = s_page.Renewed(ReferenceTables.Make);
        s_page.Accept(renewed);
        Assert.True(renewed == s_page.Text, "The tables of devices/LANGUAGE.md are old. Run this test with REGGEN_ACCEPT=1 and read the difference.");
    }

    [Fact]
    public void Every_table_of_the_compiler_is_in_it() =>
        Assert.Equal(ReferenceTables.Names.Order(StringComparer.Ordinal), s_page.Tables.Where(name => !CaseExcerpt.Is(name)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_tutorial_makes_one_device_without_findings_and_its_code_compiles()
    {
        IReadOnlyList<string> steps = s_page.Blocks("yaml");
        string[] banked = steps[3].Split("registers:\n");
        string description = string.Concat(steps[0], steps[1], steps[2].Replace("  IIR: { at: 2, access: ro }\n", "", StringComparison.Ordinal), banked[1], banked[0], steps[4]);
        string[] code = [.. s_page.Blocks("csharp").Take(5)];

        Yaml.Device(description);
        Assert.Equal([], Complaints(description, "Uart16550 uart", code[1..4]));
        Assert.Equal([], Complaints(description, "", [code[0], code[4]]));
    }

    static string[] Complaints(string description, string parameter, IEnumerable<string> snippets) => GeneratedCode.Complaints(
        GeneratedCode.Emit(description),
        $"using System;\nusing RegGen;\nusing RegGen.Backends;\nusing RegGen.Simulation;\nusing RegGen.Tracing;\nusing Devices;\nstatic class Snippets\n{{\n{string.Concat(snippets.Select((snippet, i) => $"static void S{i}({parameter})\n{{\n{snippet}}}\n"))}}}");
}
