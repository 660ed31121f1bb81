using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>A C# name that had to differ from the description's.</summary>
/// <param name="Path">The part of the model.</param>
/// <param name="Wanted">The name that was taken.</param>
/// <param name="Given">The name that it has instead.</param>
sealed record Renaming(string Path, string Wanted, string Given);

/// <summary>
/// The names that parts of a device were given. A name that is taken gets the suffix of its kind (Register, Field, Enum, ...), then a number.
/// </summary>
sealed class GivenNames
{
    readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _names;
    readonly List<Renaming> _renamings = [];

    /// <param name="own">Parts to which the description itself gives a C# name.</param>
    /// <param name="count">About how many names there will be.</param>
    public GivenNames(IEnumerable<RenamedPart> own, int count)
    {
        _names = new(count, StringComparer.Ordinal);
        foreach (RenamedPart part in own)
        {
            _own[part.Path] = part.Name;
        }
    }

    /// <summary>Names that differ from the description's because those were taken.</summary>
    public IReadOnlyList<Renaming> Renamings => _renamings;

    public string this[string path]
    {
        get => _names[path];
        set => _names[path] = value;
    }

    /// <summary>Gives a part the name that it wants, or the nearest one that is free.</summary>
    /// <param name="taken">The names of its place.</param>
    /// <param name="path">The part.</param>
    /// <param name="name">Its name in the description.</param>
    /// <param name="suffix">The word for its kind.</param>
    /// <param name="quietly">Whether nobody asked for that name, so that another one is not worth a remark.</param>
    public void Give(NameScope taken, string path, string name, string suffix, bool quietly = false)
    {
        string wanted = Wanted(path, name), given = wanted;
        for (int i = 1; !taken.Add(given); i++)
        {
            given = i == 1 ? wanted + suffix : wanted + suffix + i;
        }

        if (given != wanted && !quietly)
        {
            _renamings.Add(new Renaming(path, wanted, given));
        }

        _names[path] = given;
    }

    /// <summary>The same for a parameter, whose name begins with a small letter.</summary>
    public void GiveParameter(NameScope taken, string path, string name)
    {
        Give(taken, path, name, "Parameter");
        _names[path] = CSharpText.Parameter(_names[path]);
    }

    /// <summary>The C# name that a part has if nothing else has it.</summary>
    public string Wanted(string path, string name) => _own.TryGetValue(path, out string? own) ? own : CSharpText.Pascal(name);
}
