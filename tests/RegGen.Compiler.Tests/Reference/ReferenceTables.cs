using System.Text;
using RegGen.Compiler.Binding;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>The compiler's own tables as the reference shows them.</summary>
static class ReferenceTables
{
    static readonly KeyExamples s_examples = KeyExamples.Read();

    public static string Make(string name) => name switch
    {
        "access" => Rows("name | read | write | meaning", AccessModes.All.Select(mode =>
            $"`{mode.Name}` | {Effect($"{mode.Mode.Read}")} | {Effect($"{mode.Mode.Write}")} | {mode.Doc}")),
        "rules" => Rows("id | | what | what to do", CompilerRules.Catalogue.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"[{rule.Id}](MESSAGES.md#{rule.Id.ToLowerInvariant()}) | {(rule.IsLint ? "lint" : Effect($"{rule.Severity}"))} | {rule.Title} | {rule.Remedy}")),
        "items" => Rows("item | section | examples", Demands.All.Select(demand =>
            $"{demand.Item} | [{demand.Section}](#{demand.Section.ToLowerInvariant().Replace(' ', '-')}) | {string.Join(", ", demand.Cases)}")),
        "values" => Rows("value | such as | what it is", ValueKinds.All.Select(kind => $"{kind.Name} | `{kind.Example}` | {kind.Doc}")),
        _ when CaseExcerpt.Is(name) => CaseExcerpt.Make(name),
        _ => Keys(KeyTables.All.Single(table => $"keys: {table.Of}" == name)),
    };

    /// <summary>Every table that there is.</summary>
    public static IEnumerable<string> Names => [.. KeyTables.All.Select(table => $"keys: {table.Of}"), "access", "rules", "values", "items"];

    static string Keys(KeyTable table) => Rows("key | value | default | meaning | such as", table.Keys.Select(key =>
        $"`{key.Name}` | {key.Form.Replace('\'', '`')} | {(key.Required ? "**required**" : key.Default)} | {key.Doc} | {Example(table, key)}"));

    static string Example(KeyTable table, Key key) =>
        s_examples.Of(table, key) is { Length: > 0 } written ? $"`{written.Replace("|", "\\|", StringComparison.Ordinal)}`" : "";

    static string Rows(string head, IEnumerable<string> rows)
    {
        var text = new StringBuilder($"| {head} |\n|{string.Concat(head.Split('|').Select(_ => "---|"))}\n");
        foreach (string row in rows)
        {
            text.Append(null, $"| {row} |\n");
        }

        return text.ToString();
    }

    static string Effect(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : $"{c}"));
}
