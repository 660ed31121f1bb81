using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>What generated C# offers, without bodies and documentation: registers, calls, values, enums.</summary>
static partial class CSharpOutline
{
    const int Widest = 138;

    // Every device and every value has these; the page explains them once.
    static readonly string[] s_common = ["Open", "Claim", "Map", "Bases", "WaitUntil", "TryWaitUntil"];

    static readonly string[] s_commonInValues = ["Reset", "Inert", "ToString"];

    public static string Of(string code)
    {
        var text = new StringBuilder();
        foreach (BaseTypeDeclarationSyntax type in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(space => space.Members).OfType<BaseTypeDeclarationSyntax>().Where(IsPublic))
        {
            Write(text, type, "");
        }

        return text.ToString();
    }

    static void Write(StringBuilder text, BaseTypeDeclarationSyntax type, string indent)
    {
        string head = indent + Line(Head(type));
        if (type is EnumDeclarationSyntax names)
        {
            WriteParts(text, head, names.Members.Select(member => Line($"{member.Identifier.Text} {member.EqualsValue}")), ",", indent);
            return;
        }

        MemberDeclarationSyntax[] members = [.. ((TypeDeclarationSyntax)type).Members.Where(member => IsPublic(member) && !(type is RecordDeclarationSyntax ? s_commonInValues : s_common).Contains(NameOf(member)))];
        if (members.All(member => member is PropertyDeclarationSyntax) && type is RecordDeclarationSyntax)
        {
            WriteParts(text, head, members.Select(Signature), ";", indent);
            return;
        }

        text.Append(null, $"{head}\n{indent}{{\n");
        foreach (MemberDeclarationSyntax member in members)
        {
            if (member is BaseTypeDeclarationSyntax nested)
            {
                Write(text, nested, indent + "    ");
            }
            else if (Signature(member) is { Length: > 0 } signature)
            {
                text.Append(null, $"{indent}    {signature};\n");
            }
        }

        text.Append(null, $"{indent}}}\n");
    }

    // In one line, if it is short.
    static void WriteParts(StringBuilder text, string head, IEnumerable<string> parts, string separator, string indent)
    {
        string[] all = [.. parts];
        string body = string.Join(separator + " ", all) + (separator == ";" && all.Length > 0 ? ";" : "");
        bool fits = head.Length + body.Length < Widest;
        text.Append(fits
            ? $"{head} {{ {body}{(body.Length > 0 ? " " : "")}}}\n"
            : $"{head}\n{indent}{{\n{string.Concat(all.Select(part => $"{indent}    {part}{separator}\n"))}{indent}}}\n");
    }

    static string Head(BaseTypeDeclarationSyntax type)
    {
        string keyword = type switch
        {
            EnumDeclarationSyntax => "enum",
            RecordDeclarationSyntax record => $"record {record.ClassOrStructKeyword.Text}".TrimEnd(),
            TypeDeclarationSyntax other => other.Keyword.Text,
            _ => "",
        };
        return $"{type.Modifiers} {keyword} {type.Identifier.Text}{(type as TypeDeclarationSyntax)?.TypeParameterList}{(type as TypeDeclarationSyntax)?.ParameterList}{(type is EnumDeclarationSyntax ? type.BaseList : null)}";
    }

    static string Signature(MemberDeclarationSyntax member) => Line(member switch
    {
        PropertyDeclarationSyntax property => $"{property.Modifiers} {property.Type} {property.Identifier.Text}",
        IndexerDeclarationSyntax indexer => $"{indexer.Modifiers} {indexer.Type} this{indexer.ParameterList}",
        MethodDeclarationSyntax method => $"{method.Modifiers} {method.ReturnType} {method.Identifier.Text}{method.TypeParameterList}{method.ParameterList}",
        _ => "",
    });

    static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        _ => "",
    };

    static bool IsPublic(MemberDeclarationSyntax member) => member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword));

    // What helps the compiler only is left out.
    static string Line(string text) => Noise().Replace(Blanks().Replace(text, " "), "").Replace("( ", "(", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\bpublic |\bsealed |\bpartial |global::")]
    private static partial Regex Noise();
}
