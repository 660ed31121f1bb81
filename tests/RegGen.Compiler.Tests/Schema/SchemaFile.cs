using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Schema;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Tests.Schema;

/// <summary>The schema of descriptions as an editor uses it: YAML read by the rules of YAML 1.2, then validated.</summary>
static class SchemaFile
{
    static readonly Lazy<JsonSchema> s_schema = new(() => JsonSchema.FromJsonAsync(SchemaEmitter.Emit()).GetAwaiter().GetResult());

    /// <summary>What the schema has against a description: <c>#/registers/LCR/widht NoAdditionalPropertiesAllowed</c>.</summary>
    public static string[] Complaints(string description)
    {
        var file = SourceFile.Read("x", description);
        MapNode root = file.Root ?? throw new ArgumentException($"Not YAML: {file.Findings[0]}");
        return [.. s_schema.Value.Validate(Json(root).ToJsonString()).SelectMany(Leaves).Select(error => $"{error.Path?.Replace('.', '/')} {error.Kind}").Distinct()];
    }

    // Of several forms none fits: what each has against the value says more than that.
    static IEnumerable<ValidationError> Leaves(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Errors.Count: > 0 } parent => parent.Errors.SelectMany(each => each.Value).SelectMany(Leaves),
        _ => [error],
    };

    static JsonNode Json(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Value(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Value)]),
        _ => throw new InvalidOperationException(),
    };

    static JsonNode? Value(Node node) => node switch
    {
        ScalarNode { IsEmpty: true } => null,
        ScalarNode { Plain: false } quoted => JsonValue.Create(quoted.Text),
        ScalarNode plain => Scalar(plain.Text),
        _ => Json(node),
    };

    // YAML 1.2's core schema. 0b101 and 1_000 are texts there.
    static JsonValue Scalar(string text) => text switch
    {
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        ['0', 'x', .. var digits] when ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) => JsonValue.Create(hex),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValue.Create(number),
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
