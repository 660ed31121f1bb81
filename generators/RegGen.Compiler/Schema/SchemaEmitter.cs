using System.Text.RegularExpressions;
using RegGen.Compiler.Binding;

namespace RegGen.Compiler.Schema;

/// <summary>
/// The JSON schema of descriptions, made from the tables of keys: editors complete, explain and underline by it. It is wider than the
/// compiler, which alone knows what refers to what, and never narrower.
/// </summary>
static class SchemaEmitter
{
    static readonly string s_name = Whole(ValueKinds.Find("name")!.Pattern);

    /// <summary>The text of <c>device.schema.json</c>. Draft 7, which editors know best.</summary>
    public static string Emit() => Json.Map(
    [
        ("$schema", Json.Of("http://json-schema.org/draft-07/schema#")),
        ("title", Json.Of("RegGen device description, language version 1")),
        ("allOf", Json.List(Json.Map(Form(new ValueForm.Kind(KeyTables.Device.Of))))),
        ("definitions", Json.Map(
            KeyTables.All.Select(table => (Definition(table.Of), Json.Map(Table(table)))).Concat(ValueKinds.All.Select(kind => (Definition(kind.Name), Json.Map(Kind(kind))))))),
    ]).ToString();

    static IEnumerable<(string, Json)> Table(KeyTable table) => table.LineValue is null
        ? Keys(table)
        : [("anyOf", Json.List(Json.Map(Form(table.LineValue)), Json.Map(Keys(table))))];

    static IEnumerable<(string, Json)> Keys(KeyTable table)
    {
        yield return ("type", Json.Of("object"));
        yield return ("properties", Json.Map(table.Keys.Select(key => (key.Name, Json.Map(Property(key))))));
        if (table.Keys.Any(key => key.Required))
        {
            yield return ("required", Json.Texts(table.Keys.Where(key => key.Required).Select(key => key.Name)));
        }

        yield return ("additionalProperties", Json.Of(false));
    }

    // What stands beside a $ref is ignored, so the reference is wrapped.
    static IEnumerable<(string, Json)> Property(Key key)
    {
        yield return ("description", Json.Of(key.Default.Length == 0 ? key.Doc : $"{key.Doc} Default: {key.Default}."));
        (string, Json)[] form = [.. Form(key.Value)];
        foreach ((string, Json) member in form is [("$ref", _)] ? [("allOf", Json.List(Json.Map(form)))] : form)
        {
            yield return member;
        }
    }

    static IEnumerable<(string, Json)> Form(ValueForm form) => form switch
    {
        ValueForm.Literal literal => [("enum", Json.List(Word(literal)))],
        ValueForm.Kind kind => [("$ref", Json.Of($"#/definitions/{Definition(kind.Name)}"))],
        ValueForm.ListOf list => [("type", Json.Of("array")), ("items", Json.Map(Form(list.Item)))],
        ValueForm.MapOf { Item: ValueForm.Kind { Name: "enum name" } } map =>
        [
            ("type", Json.Of("object")),
            ("patternProperties", Json.Map((s_name, Json.Map(Form(map.Item))), ("^_$", Json.Map(Form(new ValueForm.Kind("name")))))),
            ("additionalProperties", Json.Of(false)),
        ],
        ValueForm.MapOf map =>
        [
            ("type", Json.Of("object")), ("patternProperties", Json.Map((s_name, Json.Map(Form(map.Item))))), ("additionalProperties", Json.Of(false)),
        ],
        ValueForm.PerDirection each => [("anyOf", Json.List(Json.Map(Form(each.Value)), Directions(each.Value)))],
        ValueForm.Choice { Choices: var choices } when choices.All(choice => choice is ValueForm.Literal) =>
            [("enum", Json.List(choices.Cast<ValueForm.Literal>().Select(Word)))],
        ValueForm.Choice { Choices: var choices } => [("anyOf", Json.List(choices.Select(choice => Json.Map(Form(choice)))))],
        _ => [],
    };

    static Json Directions(ValueForm value) => Json.Map(
        ("type", Json.Of("object")),
        ("properties", Json.Map(("read", Json.Map(Form(value))), ("write", Json.Map(Form(value))))),
        ("minProperties", Json.Of(1)),
        ("additionalProperties", Json.Of(false)));

    static IEnumerable<(string, Json)> Kind(ValueKind kind)
    {
        yield return ("description", Json.Of($"{kind.Doc} Such as: {kind.Example}"));
        if (kind.Means is not null)
        {
            foreach ((string, Json) member in Form(ValueForm.Parse(kind.Means)))
            {
                yield return member;
            }
        }
        else if (kind.Words.Count > 0)
        {
            yield return ("enum", Json.Texts(kind.Words.Select(word => word.Word)));
            yield return ("enumDescriptions", Json.Texts(kind.Words.Select(word => word.Doc)));
        }
        else
        {
            yield return ("type", Json.Texts(Types(kind)));
            if (kind.Pattern.Length > 0)
            {
                yield return ("pattern", Json.Of(Whole(kind.Pattern)));
            }

            if (Types(kind).Contains("integer") && !Takes(kind, "-7"))
            {
                yield return ("minimum", Json.Of(0));
            }
        }
    }

    // To JSON an unquoted 7 is a number, to the language a text like any other.
    static IEnumerable<string> Types(ValueKind kind) =>
        new (string Type, string Sample)[] { ("string", ""), ("integer", "7"), ("number", "0.5"), ("boolean", "true") }
            .Where(each => each.Sample.Length == 0 || Takes(kind, each.Sample)).Select(each => each.Type);

    // That true looks like a name does not make it one that anybody writes.
    static bool Takes(ValueKind kind, string sample) =>
        kind.Pattern.Length == 0 || (sample != "true" && Regex.IsMatch(sample, Whole(kind.Pattern)));

    static Json Word(ValueForm.Literal literal) =>
        long.TryParse(literal.Word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number) ? Json.Of(number)
        : literal.Word is "true" or "false" ? Json.Of(literal.Word == "true")
        : Json.Of(literal.Word);

    static string Whole(string pattern) => $"^({pattern})$";

    static string Definition(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
}
