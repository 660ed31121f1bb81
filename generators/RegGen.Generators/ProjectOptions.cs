using Microsoft.CodeAnalysis.Diagnostics;
using RegGen.Compiler.Emit;

namespace RegGen.Generators;

/// <summary>What the project file says: RegGenNamespace (else RootNamespace) and RegGenAccessibility (else internal).</summary>
sealed record ProjectOptions(string Namespace, string Accessibility)
{
    public static ProjectOptions Read(AnalyzerConfigOptions options)
    {
        string name = Property(options, "RegGenNamespace") ?? Property(options, "RootNamespace") ?? "Devices";
        bool isPublic = string.Equals(Property(options, "RegGenAccessibility"), "public", StringComparison.OrdinalIgnoreCase);
        return new ProjectOptions(CSharpText.Namespace(name), isPublic ? "public" : "internal");
    }

    public EmitOptions ToEmit() => new(Namespace, Accessibility);

    static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue($"build_property.{name}", out string? value) && value.Trim().Length > 0 ? value.Trim() : null;
}
