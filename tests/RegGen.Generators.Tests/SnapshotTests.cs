using System.Text;
using System.Text.RegularExpressions;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>The generated C# of both devices, as it is and as a reviewer would judge it.</summary>
public sealed partial class SnapshotTests
{
    const int FewBytes = 4096;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Devices => new()
    {
        { "Uart16550", "Devices/uart16550/uart16550.regs.yaml" },
        { "Mc146818", "Devices/mc146818/mc146818.regs.yaml" },
    };

    [Fact]
    public void Uart16550() => Snapshot.Verify(Run("Devices/uart16550/uart16550.regs.yaml"));

    [Fact]
    public void Every_snapshot_here_has_its_test() => Snapshot.VerifyNoOrphans(typeof(SnapshotTests).Assembly);

    [Fact]
    public void Mc146818() => Snapshot.Verify(Run("Devices/mc146818/mc146818.regs.yaml"));

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_code_compiles_without_any_remark(string device, string file)
    {
        Assert.NotNull(device);
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(Text(file), new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose), cancellationToken: Cancellation)],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(PortBus).Assembly.Location)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999,
                checkOverflow: true,
                nullableContextOptions: NullableContextOptions.Enable));

        Assert.Equal([], compilation.GetDiagnostics(Cancellation).Where(said => said.Severity > DiagnosticSeverity.Hidden).Select(said => said.ToString()));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void No_line_is_over_140_columns_or_ends_in_blanks(string device, string file)
    {
        Assert.NotNull(device);
        Assert.All(Text(file).Split('\n'), line => Assert.True(line.Length <= 140 && line == line.TrimEnd(), line));
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Every_public_member_has_a_doc_comment(string device, string file)
    {
        Assert.NotNull(device);
        string[] lines = [.. Text(file).Split('\n').Select(line => line.Trim())];
        int members = 0;
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("public ", StringComparison.Ordinal) && !InPrivateClass(lines, i))
            {
                members++;
                string above = lines[..i].Last(line => !line.StartsWith('['));
                Assert.True(above.StartsWith("///", StringComparison.Ordinal), $"No doc comment: {lines[i]}");
            }
        }

        Assert.True(members > 50, $"Only {members} public members were found.");
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Nothing_tells_where_or_when_the_code_was_made(string device, string file)
    {
        Assert.NotNull(device);
        Assert.DoesNotContain('\r', Text(file));
        Assert.DoesNotMatch(YearOrFolder(), Text(file));
    }

    [Fact]
    public void A_register_of_four_fields_takes_less_than_4_kB_of_code()
    {
        int few = Bytes(10), many = Bytes(30);

        Assert.InRange((many - few) / 20, 500, FewBytes);
    }

    [Fact]
    public void Both_devices_take_less_than_4_kB_for_each_register()
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(Text("Devices/uart16550/uart16550.regs.yaml")) / 12, 500, FewBytes);
        Assert.InRange(Encoding.UTF8.GetByteCount(Text("Devices/mc146818/mc146818.regs.yaml")) / 17, 500, FewBytes);
    }

    [GeneratedRegex(@"\b(19|20)\d\d-\d\d|[A-Z]:\\|/home/|/work/|\.regs\.yaml\(\d")]
    private static partial Regex YearOrFolder();

    static int Bytes(int registers) => Encoding.UTF8.GetByteCount(RegGenDriver.Sources(RegGenDriver.Run([new DescriptionText("many.regs.yaml",
        "reggen: 1\ndevice: Many\nsize: 64\nenums: { Mode: { Off: 0, On: 1 } }\nregisters:\n" + string.Concat(Enumerable.Range(10, registers)
            .Select(i => $"  R{i}: {{ at: {i}, reset: 0, doc: A register., fields: {{ Enable: 0, Mode: 2..1 rw Mode, Done: 3 w1c, Count: 7..4 }} }}\n")))])).Single().Text);

    // Members of a private nested class are seen by nobody.
    static bool InPrivateClass(string[] lines, int at)
    {
        int depth = 0;
        for (int i = at - 1; i > 0; i--)
        {
            depth += lines[i].StartsWith('}') ? 1 : lines[i] == "{" ? -1 : 0;
            if (depth < 0)
            {
                return lines[i - 1].StartsWith("static class", StringComparison.Ordinal);
            }
        }

        return false;
    }

    static GeneratorDriver Run(string file) => RegGenDriver.Run([DescriptionText.Load(file)], new ProjectProperties { Accessibility = "public" });

    static string Text(string file) => RegGenDriver.Sources(Run(file)).Single().Text;
}
