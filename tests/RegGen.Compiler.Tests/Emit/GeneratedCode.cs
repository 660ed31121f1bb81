using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>Compiles generated C# as strictly as a project can ask for it: warnings as errors, nullable, documentation, overflow checks.</summary>
static class GeneratedCode
{
    static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Generated",
        references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(PortBus).Assembly.Location)],
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            checkOverflow: true,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The C# of a description.</summary>
    public static string Emit(string description, string accessibility = "public", string space = "Devices") =>
        Emit(Yaml.Parse(description), accessibility, space);

    public static string Emit(Description description, string accessibility = "public", string space = "Devices") =>
        DeviceCompiler.Emit(description.Device!, new(space, accessibility));

    /// <summary>Everything that the C# compiler says about the sources.</summary>
    public static string[] Complaints(params IEnumerable<string> sources) =>
        [.. Compile(sources).GetDiagnostics().Where(said => said.Severity > DiagnosticSeverity.Hidden).Select(Spell)];

    /// <summary>Everything that the C# compiler says about sources of one program, under the names of their owners.</summary>
    public static ILookup<string, string> ComplaintsOf(IEnumerable<(string Owner, string Source)> sources) => ComplaintsOf(sources, Spell);

    /// <summary>The same, as the error's number and the text that it stands at.</summary>
    public static ILookup<string, string> ComplaintsAt(IEnumerable<(string Owner, string Source)> sources) =>
        ComplaintsOf(sources, said => $"{said.Id} {said.Location.SourceTree!.GetText().ToString(said.Location.SourceSpan)}");

    static ILookup<string, string> ComplaintsOf(IEnumerable<(string Owner, string Source)> sources, Func<Diagnostic, string> spell)
    {
        (string Owner, string Source)[] all = [.. sources];

        // Emitted too: what an await keeps is looked at only then.
        return Compile(all.Select(each => each.Source)).Emit(Stream.Null).Diagnostics.Where(said => said.Severity > DiagnosticSeverity.Hidden)
            .ToLookup(said => all[int.Parse(Path.GetFileNameWithoutExtension(said.Location.SourceTree!.FilePath), CultureInfo.InvariantCulture)].Owner, spell);
    }

    /// <summary>That each description is sound and its C# compiles. All in one compilation: one for each would take minutes.</summary>
    public static void AssertCompile(params IEnumerable<string> descriptions)
    {
        string[] all = [.. descriptions];
        Assert.All(all, description => Assert.DoesNotContain(Yaml.Parse(description).Findings, finding => finding.IsError));
        if (Complaints(all.Select((description, i) => Emit(description, space: $"Devices{i}"))).Length > 0)
        {
            Assert.All(all, description => Assert.Empty(Complaints(Emit(description))));
        }
    }

    /// <summary>Compiles the sources and loads the program.</summary>
    public static Assembly Load(params IEnumerable<string> sources) => Load(sources, DocumentationMode.Diagnose);

    /// <summary>The same, with another care for the documentation: it takes a third of the time.</summary>
    public static Assembly Load(IEnumerable<string> sources, DocumentationMode documentation)
    {
        Assembly? program = TryLoad(sources, out string[] complaints, documentation);
        Assert.Equal([], complaints);
        return program!;
    }

    /// <summary>Compiles the sources and loads the program, or says what is wrong with them.</summary>
    public static Assembly? TryLoad(IEnumerable<string> sources, out string[] complaints, DocumentationMode documentation = DocumentationMode.Diagnose)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compile(sources, documentation).Emit(image);
        complaints = [.. result.Diagnostics.Where(said => said.Severity > DiagnosticSeverity.Hidden).Select(Spell)];
        image.Position = 0;
        return complaints.Length == 0 ? new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image) : null;
    }

    static CSharpCompilation Compile(IEnumerable<string> sources, DocumentationMode documentation = DocumentationMode.Diagnose) => Empty.AddSyntaxTrees(
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing.WithDocumentationMode(documentation), path: $"{i}.cs")));

    static string Spell(Diagnostic said)
    {
        string line = said.Location.SourceTree?.GetText().Lines[said.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{said.Id}: {said.GetMessage(null)} [{line}]";
    }
}
