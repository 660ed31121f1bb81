using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>The C# names of a library's enums: each device that uses the library comes to the same ones.</summary>
sealed class LibraryNames
{
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public LibraryNames(LibraryModel library)
    {
        Dictionary<string, string> given = library.Renamed.ToDictionary(part => part.Path, part => part.Name, StringComparer.Ordinal);
        HashSet<string> types = [.. ReservedNames.RuntimeTypes];
        foreach (EnumModel shared in library.Enums)
        {
            Give(types, $"enums/{shared.Name}", shared.Name, "Enum");
            HashSet<string> members = [.. ReservedNames.ObjectMembers];
            foreach (EnumMember member in shared.Members)
            {
                Give(members, $"enums/{shared.Name}/{member.Name}", member.Name, "Value");
            }
        }

        Types = [.. library.Enums.Select(shared => Of($"enums/{shared.Name}"))];

        void Give(HashSet<string> taken, string path, string name, string suffix)
        {
            string wanted = given.TryGetValue(path, out string? own) ? own : CSharpText.Pascal(name);
            string unique = wanted;
            for (int i = 1; !taken.Add(unique); i++)
            {
                unique = i == 1 ? wanted + suffix : $"{wanted}{suffix}{i}";
            }

            _names[path] = unique;
        }
    }

    /// <summary>The enums.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Name of <c>enums/Mode</c> or <c>enums/Mode/Off</c>.</summary>
    public string Of(string path) => _names[path];
}
