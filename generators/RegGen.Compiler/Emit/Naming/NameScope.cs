namespace RegGen.Compiler.Emit;

/// <summary>The names that are taken in one place: those of every place of its kind, and its own.</summary>
sealed class NameScope(params HashSet<string>[] everywhere)
{
    readonly HashSet<string> _own = new(StringComparer.Ordinal);

    public bool Contains(string name) => _own.Contains(name) || IsEverywhere(name);

    /// <summary>Takes a name, unless it is taken.</summary>
    public bool Add(string name) => !IsEverywhere(name) && _own.Add(name);

    /// <summary>Takes names that are free by what they are.</summary>
    public NameScope Taking(params string[] names)
    {
        _own.UnionWith(names);
        return this;
    }

    bool IsEverywhere(string name)
    {
        foreach (HashSet<string> names in everywhere)
        {
            if (names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
