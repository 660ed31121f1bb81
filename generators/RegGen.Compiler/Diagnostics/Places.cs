using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Diagnostics;

/// <summary>
/// Where each part of the model was written. A sound description is asked for no place at all, so maps are remembered whole and searched
/// when somebody asks.
/// </summary>
sealed class Places
{
    readonly Dictionary<string, Span> _parts = new(StringComparer.Ordinal);
    readonly Dictionary<string, Func<string, Span?>> _within = new(StringComparer.Ordinal);

    public void Put(string path, Span span) => _parts[path] = span;

    /// <summary>A map of keys: each stands where its value does, unless that is a map or a list.</summary>
    public void PutKeys(string path, MapNode map) => _within[path] = key =>
        map.EntryOf(key) is { } entry ? (entry.Value is ScalarNode { IsEmpty: false } ? entry.Value : entry.Key).Span : null;

    /// <summary>A map of names: each stands where it is written.</summary>
    public void PutNames(string path, MapNode map)
    {
        Dictionary<string, Span>? known = null;
        _within[path] = name =>
        {
            known ??= map.Entries.ToDictionary(entry => entry.Key.Text, entry => entry.Key.Span, StringComparer.Ordinal);
            return known.TryGetValue(name, out Span span) ? span : null;
        };
    }

    /// <summary>A text of a few words, each of which stands for a key.</summary>
    public void PutWords(string path, ScalarNode line, params (string Key, string Word)[] words) => _within[path] = key =>
        Array.Find(words, each => each.Key == key) is { Word: { } word } ? line.SpanOf(word) : null;

    /// <summary>Where a part was written, or null if it is only implied.</summary>
    public Span? Find(string path)
    {
        if (_parts.TryGetValue(path, out Span span))
        {
            return span;
        }

        int slash = path.LastIndexOf('/');
        return _within.TryGetValue(slash < 0 ? "" : path.Substring(0, slash), out Func<string, Span?>? inside) ? inside(path.Substring(slash + 1)) : null;
    }
}
