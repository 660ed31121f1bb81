using System.Text.RegularExpressions;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>Something that descriptions must be able to say.</summary>
/// <param name="Item">What.</param>
/// <param name="Section">The section of <c>devices/LANGUAGE.md</c> that explains it.</param>
/// <param name="Said">How it looks in a description, or in the statements that use it: a regular expression.</param>
sealed record Demand(string Item, string Section, string Said)
{
    /// <summary>The language cases that say it.</summary>
    public IEnumerable<string> Cases => LanguageCase.All
        .Where(each => Regex.IsMatch(each.Description, Said, RegexOptions.Multiline) || Regex.IsMatch(each.Use, Said, RegexOptions.Multiline))
        .Select(each => each.Name);
}
