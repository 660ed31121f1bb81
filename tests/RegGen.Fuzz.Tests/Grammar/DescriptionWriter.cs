using System.Globalization;
using System.Text;
using RegGen.Compiler.Binding;
using RegGen.Compiler.Model;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests.Grammar;

/// <summary>
/// Writes descriptions from the compiler's own tables of keys: each key that is there may come, behind it what its form says. So a new key
/// is covered without a word here. Names come from small pools, so that references mostly meet something; what does not fit together is
/// left to <see cref="Repair"/>.
/// </summary>
sealed class DescriptionWriter(Random random)
{
    static readonly string[] s_directions = ["read", "write"];

    readonly StringBuilder _text = new();
    readonly int _seldom = random.Next(2, 8);
    int _address, _bit;

    public static string Make(Random random)
    {
        var writer = new DescriptionWriter(random);
        writer.Table(KeyTables.Device, 0);
        return writer._text.ToString();
    }

    void Table(KeyTable table, int level)
    {
        _bit = table == KeyTables.Register ? 0 : _bit;
        foreach (Key key in table.Keys.Where(key => key.Required || random.Once(level + (key.Form.StartsWith("map", StringComparison.Ordinal) ? 2 : _seldom))))
        {
            Start(level, key.Name);
            Value(key.Value, key.Name, level);
        }
    }

    void Value(ValueForm form, string key, int level)
    {
        switch (form)
        {
            case ValueForm.Choice choice:
                Value(random.Of(choice.Choices), key, level);
                break;
            case ValueForm.MapOf map when level < 12:
                Map(Pools.Names(key, random), _ => map.Item, level);
                break;
            case ValueForm.PerDirection either when random.Once(2):
                Map(s_directions.Where(_ => !random.Once(4)), _ => either.Value, level, key);
                break;
            case ValueForm.PerDirection either:
                Value(either.Value, key, level);
                break;
            case ValueForm.ListOf list:
                End($"[{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Inline(list.Item, key)))}]");
                break;
            case ValueForm.Kind kind when KeyTables.Find(kind.Name) is { } table && level < 12:
                Map(table, key, level);
                break;
            case ValueForm.Kind kind when ValueKinds.Find(kind.Name)?.Means is { } means:
                Value(ValueForm.Parse(means), key, level);
                break;
            default:
                End(Inline(form, key));
                break;
        }
    }

    void Map(IEnumerable<string> names, Func<string, ValueForm> form, int level, string? key = null)
    {
        End("");
        foreach (string name in names)
        {
            Start(level + 1, name);
            Value(form(name), key ?? name, level + 1);
        }
    }

    void Map(KeyTable table, string key, int level)
    {
        if (table.LineValue is { } line && random.Once(3))
        {
            Value(line, key, level);
            return;
        }

        End("");
        Table(table, level + 1);
    }

    string Inline(ValueForm form, string key) => form switch
    {
        ValueForm.Literal literal => literal.Word,
        ValueForm.Choice choice => Inline(random.Of(choice.Choices), key),
        ValueForm.ListOf list => $"[{Inline(list.Item, key)}]",
        ValueForm.Kind when random.Once(6) && Pools.Written(key) is { Count: > 0 } written => random.Of(written),
        ValueForm.Kind { Name: "number" } => Number(key),
        ValueForm.Kind { Name: "bits" } => Bits(),
        ValueForm.Kind { Name: "at [access]" } => $"{Number("at")}{Sometimes(Access)}",
        ValueForm.Kind kind when kind.Name.StartsWith("bits ", StringComparison.Ordinal) => $"{Bits()}{Sometimes(Access)}{Sometimes(() => random.Of(Pools.Enums))}",
        ValueForm.Kind kind => Pools.Quoted(ValueKinds.Find(kind.Name) is { Words.Count: > 0 } words
            ? random.Of(words.Words).Word
            : Pools.Scalar(kind.Name, key, random) ?? ValueKinds.Find(kind.Name)?.Example ?? kind.Name),
        _ => "1",
    };

    string Number(string key)
    {
        if (key is "at")
        {
            _address += random.Once(12) ? 0 : random.Next(1, 3);
            return _address.ToString(CultureInfo.InvariantCulture);
        }

        return key is "size" ? "0x100" : random.Of(Pools.Numbers);
    }

    string Bits()
    {
        int low = _bit = _bit >= 8 ? 0 : _bit;
        int width = random.Of([1, 1, 1, 2, 2, 3, 4, 8, 12, 20]);
        _bit += width;
        return width == 1 ? $"{low}" : string.Create(CultureInfo.InvariantCulture, $"{low + width - 1}..{low}");
    }

    string Access() => random.Of(AccessModes.All).Name;

    string Sometimes(Func<string> make) => random.Once(3) ? $" {make()}" : "";

    void Start(int level, string name) => _text.Append(' ', level * 2).Append(name).Append(':');

    void End(string value) => _text.Append(value.Length == 0 ? "" : " ").Append(value).Append('\n');
}
