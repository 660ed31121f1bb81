namespace RegGen.Compiler.Emit;

/// <summary>The routes of a device, each once, in the order in which each may use the ones before: static fields start in the order of the text.</summary>
sealed class RouteLines
{
    readonly List<RouteLine> _lines = [];
    readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<RouteLine> All => _lines;

    /// <summary>Adds a line whose name is its own.</summary>
    public void Add(string type, string name, IReadOnlyList<string> arguments, bool isPublic)
    {
        _lines.Add(new(type, name, arguments, isPublic));
        _names.Add(name);
        string key = Key(type, arguments);
        if (!_known.ContainsKey(key))
        {
            _known[key] = name;
        }
    }

    /// <summary>Name of the line that makes this. Two that would have one name, such as A1 = 1 and A = 11, are told apart by a number.</summary>
    public string Made(string type, string wanted, IReadOnlyList<string> arguments, bool isPublic = true)
    {
        if (_known.TryGetValue(Key(type, arguments), out string? same))
        {
            return same;
        }

        string name = Unique(wanted);
        Add(type, name, arguments, isPublic);
        return name;
    }

    /// <summary>A name that no line has; from here on it is taken.</summary>
    public string Unique(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_names.Add(name); i++)
        {
            name = $"{wanted}_{i}";
        }

        return name;
    }

    static string Key(string type, IReadOnlyList<string> arguments) => $"{type}\n{string.Join("\n", arguments)}";
}
