using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RegGen.Compiler.Model;

namespace RegGen.Generators;

/// <summary>Generated code with the full names of types that the project hides by its own.</summary>
sealed class FullNames : CSharpSyntaxRewriter
{
    readonly Dictionary<string, string> _meant;

    FullNames(IEnumerable<HiddenName> hidden)
        : base(visitIntoStructuredTrivia: true) =>
        _meant = hidden.SelectMany(each => new[] { each, each with { Name = WithoutSuffix(each.Name) } }).GroupBy(each => each.Name).ToDictionary(same => same.Key, same => same.First().Meant);

    /// <param name="code">The generated code.</param>
    /// <param name="hidden">The hidden names of its namespace.</param>
    public static string In(string code, EquatableArray<HiddenName> hidden) => hidden.Count == 0
        ? code
        : new FullNames(hidden).Visit(CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()).ToFullString();

    /// <inheritdoc/>
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.WithIdentifier(Full(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitGenericName(GenericNameSyntax node) =>
        ((GenericNameSyntax)base.VisitGenericName(node)!).WithIdentifier(Full(node));

    // [MethodImpl] means MethodImplAttribute.
    static string WithoutSuffix(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    SyntaxToken Full(SimpleNameSyntax node) => _meant.TryGetValue(node.Identifier.Text, out string? space) && StandsAlone(node)
        ? SyntaxFactory.Identifier(node.Identifier.LeadingTrivia, $"global::{space}.{node.Identifier.Text}", node.Identifier.TrailingTrivia)
        : node.Identifier;

    // Not behind a point, and not the name of an argument or of a property that is set.
    static bool StandsAlone(SimpleNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != node,
        QualifiedNameSyntax qualified => qualified.Right != node,
        AliasQualifiedNameSyntax => false,
        NameColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set => set.Left != node,
        _ => true,
    };
}
