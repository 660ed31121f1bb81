using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>What has more than registers: the device, or a region or block, with its windows and what else stands there.</summary>
/// <param name="Name">Its full name; null for the device.</param>
/// <param name="Region">The region that it is, or stands in, or null.</param>
/// <param name="IsBlock">Whether it is a block.</param>
/// <param name="Map">Its keys.</param>
sealed record Container(string? Name, string? Region, bool IsBlock, MapReader Map)
{
    /// <summary>Full names of what stands under a key, whether it can be understood or not.</summary>
    public IEnumerable<string> NamesUnder(string key) => Entries(key).Select(entry => FullNameOf(entry.Key.Text));

    /// <summary>What stands under a key that holds names.</summary>
    public IReadOnlyList<Entry> Entries(string key) => (Map.Find(key) as MapNode)?.Entries ?? [];

    public string FullNameOf(string name) => Name is null ? name : $"{Name}.{name}";
}
