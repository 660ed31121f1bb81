using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>A piece of generated C#: the declarations of a name, their documentation and attributes left out.</summary>
static class CSharpExcerpt
{
    /// <param name="code">The generated file.</param>
    /// <param name="path">Names from a type to the wanted member: <c>LcrRegister</c>, <c>LcrValue.Dlab</c>. Overloads all count.</param>
    public static string Of(string code, IReadOnlyList<string> path)
    {
        MemberDeclarationSyntax[] found = [.. CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(member => Names(member).Take(path.Count).SequenceEqual(path.Reverse()))];
        Assert.True(found.Length > 0, $"The generated code has no {string.Join('.', path)}.");
        return string.Join("\n\n", found.Select(Text));
    }

    static IEnumerable<string> Names(SyntaxNode member) => member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Select(NameOf).Where(name => name.Length > 0);

    static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => "",
    };

    static string Text(MemberDeclarationSyntax member)
    {
        int indent = member.GetLocation().GetLineSpan().StartLinePosition.Character;
        IEnumerable<string> lines = member.ToString().Split('\n')
            .Where(line => line.TrimStart() is not (['/', '/', '/', ..] or ['[', ..]))
            .Select(line => line.Length > indent && line[..indent].Trim().Length == 0 ? line[indent..] : line);
        return string.Join('\n', lines);
    }
}
