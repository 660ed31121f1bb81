using RegGen.Compiler.Binding;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>The tables of keys can be read by machines: schema and reference are made from them.</summary>
public sealed class KeyTableTests
{
    public static TheoryData<string> Tables => [.. KeyTables.All.Select(table => table.Of)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_form_is_made_of_known_words(string table)
    {
        IEnumerable<(string Key, ValueForm Form)> forms = KeyTables.Find(table)!.Keys.Select(key => (key.Name, key.Value));
        Assert.Equal([], forms.SelectMany(each => Kinds(each.Form).Where(kind => !IsKnown(kind)).Select(kind =>
            $"'{each.Key}': '{kind}' is neither a kind of value nor a table; a word that stands for itself is written in quotes.")));
    }

    [Fact]
    public void Every_kind_of_value_and_every_table_is_used()
    {
        string[] used = [.. KeyTables.All.SelectMany(table => table.Keys.Select(key => key.Value).Append(table.LineValue ?? new ValueForm.Kind("text")))
            .Concat(ValueKinds.All.Where(kind => kind.Means is not null).Select(kind => ValueForm.Parse(kind.Means!)))
            .SelectMany(Kinds).Distinct()];

        Assert.Equal([], ValueKinds.All.Select(kind => kind.Name).Concat(KeyTables.All.Select(table => table.Of)).Except([.. used, "description"]));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_key_stands_twice_and_each_says_in_a_sentence_what_it_means(string table)
    {
        IReadOnlyList<Key> keys = KeyTables.Find(table)!.Keys;

        Assert.Distinct(keys.Select(key => key.Name));
        Assert.All(keys, key => Assert.Matches("^[A-Z].*\\.$", key.Doc));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_key_is_used_by_a_description_that_is_compiled(string table)
    {
        var examples = KeyExamples.Read();
        Assert.Equal([], KeyTables.Find(table)!.Keys.Where(key => examples.Of(KeyTables.Find(table)!, key).Length == 0).Select(key => key.Name));
    }

    static IEnumerable<string> Kinds(ValueForm form) => form switch
    {
        ValueForm.Kind kind => [kind.Name],
        ValueForm.ListOf list => Kinds(list.Item),
        ValueForm.MapOf map => Kinds(map.Item),
        ValueForm.PerDirection each => Kinds(each.Value),
        ValueForm.Choice choice => choice.Choices.SelectMany(Kinds),
        _ => [],
    };

    static bool IsKnown(string kind) => ValueKinds.Find(kind) is not null || KeyTables.Find(kind) is not null;
}
