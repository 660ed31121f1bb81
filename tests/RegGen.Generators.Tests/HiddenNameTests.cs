using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RegGen.Testing;

namespace RegGen.Generators.Tests;

/// <summary>A project may call its types what it likes: generated code still means those of the runtime.</summary>
public sealed class HiddenNameTests
{
    static readonly string s_uart = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Devices", "uart16550", "uart16550.regs.yaml"));

    // Everything that the compiler of descriptions calls by a name alone, as far as a class can be called so.
    static readonly string[] s_names =
    [
        "PortBus", "PortDevice", "PortClaim", "PortBackend", "PortWidth", "PortAccessException", "FieldBits", "RegisterFields", "IRegisterValue", "DeviceMap",
        "Access", "ReadEffect", "WriteEffect", "Condition", "Selector", "BankRoute", "JoinedRoute", "Identification", "StepList", "WriteStep", "PollStep", "Sequence",
        "TimeSpan", "TimeoutException", "MethodImplAttribute", "NotNullWhenAttribute", "RegGen", "System",
    ];

    [Fact]
    public void Types_of_the_project_with_names_of_the_runtime_do_not_disturb()
    {
        string[] own = [.. s_names.Select(name => $"namespace Devices {{ public sealed class {name} {{ }} }}"), "namespace Devices { struct Register<T> { } delegate void Func<T>(); class ReadOnlyRegister { } }"];

        Assert.Empty(Errors(own));
    }

    [Fact]
    public void The_code_is_the_same_where_nothing_is_hidden() =>
        Assert.Equal(Code([]), Code(["namespace Other { class PortBus { } } namespace Devices { class Mine { class PortBus { } } }"]));

    [Fact]
    public void Only_what_is_hidden_has_its_full_name()
    {
        string code = Code(["namespace Devices { enum Access { } }"]);

        Assert.Contains("global::RegGen.Metadata.Access.Ro", code, StringComparison.Ordinal);
        Assert.Contains(" ReadOnlyRegister<LsrValue> Lsr", code, StringComparison.Ordinal);
        Assert.DoesNotContain(" Access.Ro", code, StringComparison.Ordinal);
    }

    static string[] Errors(string[] own)
    {
        CSharpCompilation project = Project(own).AddSyntaxTrees(CSharpSyntaxTree.ParseText(Code(own)));
        return [.. project.GetDiagnostics().Where(said => said.Severity >= DiagnosticSeverity.Warning).Select(said => said.ToString())];
    }

    static string Code(string[] own) =>
        RegGenDriver.Sources(RegGenDriver.Create([new DescriptionText("uart.regs.yaml", s_uart)]).RunGenerators(Project(own))).Single().Text;

    static CSharpCompilation Project(string[] own) => CSharpCompilation.Create(
        "Project",
        own.Select(source => CSharpSyntaxTree.ParseText(source)),
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(PortBus).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
