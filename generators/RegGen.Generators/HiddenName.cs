using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RegGen.Compiler.Emit;

namespace RegGen.Generators;

/// <summary>
/// A type of the project that has the name of one that generated code uses: in its namespace the name alone means the project's. Nearly always there is
/// none, so that an edit of C# reaches no other step.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Space">The namespace of the project's type.</param>
/// <param name="Meant">The namespace of the type that generated code means.</param>
sealed record HiddenName(string Name, string Space, string Meant)
{
    public static bool MayBe(SyntaxNode node) => node is BaseTypeDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax } or DelegateDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax }
        && ReservedNames.RuntimeTypes.Contains(NameOf(node));

    public static HiddenName? From(GeneratorSyntaxContext context)
    {
        string name = NameOf(context.Node);
        ISymbol? meant = DeviceEmitter.Imports
            .Select(import => SpaceOf(context.SemanticModel.Compilation.GlobalNamespace, import.Split('.'))?.GetTypeMembers(name).FirstOrDefault())
            .FirstOrDefault(type => type is not null);
        return meant is null || context.SemanticModel.GetDeclaredSymbol(context.Node) is not { } own
            ? null
            : new(name, own.ContainingNamespace.ToDisplayString(), meant.ContainingNamespace.ToDisplayString());
    }

    static INamespaceSymbol? SpaceOf(INamespaceSymbol root, IEnumerable<string> parts) =>
        parts.Aggregate((INamespaceSymbol?)root, (space, part) => space?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));

    static string NameOf(SyntaxNode node) => node is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)node).Identifier.Text;
}
