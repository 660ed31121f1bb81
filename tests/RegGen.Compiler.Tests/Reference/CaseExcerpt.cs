using System.Text.RegularExpressions;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>
/// Language cases on the page. <c>case: NAME</c> shows the description, its use, and an outline of what it makes; <c>code: NAME Type.Member</c> (or <c>NAME Type</c>)
/// shows what stands in the generated C# under that name, without its documentation.
/// </summary>
static partial class CaseExcerpt
{
    public static bool Is(string marker) => marker.StartsWith("case: ", StringComparison.Ordinal) || marker.StartsWith("code: ", StringComparison.Ordinal);

    public static string Make(string marker) => marker.Split(": ") is ["case", var name] ? Example(new LanguageCase(name)) : Code(marker["code: ".Length..]);

    static string Example(LanguageCase named) =>
        $"```yaml\n{Body(named.Description)}```\n\n```csharp\n{named.Use.TrimEnd()}\n```\n\n"
        + $"<details><summary>What it makes</summary>\n\n```csharp\n{CSharpOutline.Of(GeneratedCode.Emit(named.Parse()))}```\n\n</details>\n";

    static string Code(string part)
    {
        string[] words = part.Split(' ');
        string code = GeneratedCode.Emit(new LanguageCase(words[0]).Parse());
        return $"```csharp\n{CSharpExcerpt.Of(code, words[1].Split('.'))}\n```\n";
    }

    // What every description begins with is shown once, in the tutorial.
    static string Body(string description) => Head().Replace(description, "");

    [GeneratedRegex(@"\A(#.*\n)*(reggen|device|doc|meta|size):.*\n((reggen|device|doc|meta|size):.*\n)*")]
    private static partial Regex Head();
}
