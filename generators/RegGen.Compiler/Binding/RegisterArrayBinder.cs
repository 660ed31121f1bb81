using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds what makes an array of a register or block: count or index, stride or offsets.</summary>
static class RegisterArrayBinder
{
    const int MostElements = 4096;

    /// <param name="map">The register or block.</param>
    /// <param name="defaults">Where it stands.</param>
    /// <param name="step">Ports from one address to the next.</param>
    /// <param name="covered">Ports from one element to the next where no stride is given; null if it must be.</param>
    public static ArrayModel? Bind(MapReader map, RegisterDefaults defaults, int step, int? covered)
    {
        int? count = (int?)map.Number("count", 1, MostElements);
        int? stride = (int?)map.Number("stride", 0, 0xFFFF) * step;
        ulong?[]? written = map.List("offsets")?.Select(item => map.Number(item, "An offset", 0, 0xFFFF)).ToArray();
        int[]? offsets = written?.OfType<ulong>().Select(offset => (int)offset * step).ToArray();
        EnumModel? index = map.Scalar("index") is { } name ? Index(map, name, defaults.Enums) : null;
        foreach ((string one, string other) in new[] { ("count", "index"), ("count", "offsets"), ("stride", "offsets") })
        {
            if (map.Find(one) is not null && map.Find(other) is { } too)
            {
                map.Report(BindingRules.WrongKind, too, $"'{one}' and '{other}' say the same thing: leave one out.");
            }
        }

        int elements = index?.Members.Count ?? offsets?.Length ?? count ?? 0;
        if (elements == 0)
        {
            if (stride is not null && map.Find("index") is null)
            {
                map.Report(BindingRules.MissingKey, map.Find("stride")!, "A 'stride' is that of an array, but nothing tells how many elements there are ('count' or 'index').");
            }

            return null;
        }

        if (elements * (long)defaults.Times > MostElements)
        {
            map.Report(BindingRules.OutOfRange, map.Find("count") ?? map.Find("index") ?? map.Find("offsets")!,
                $"With the blocks around it, it would be there {elements * (long)defaults.Times} times; the most is {MostElements}.");
            return null;
        }

        if (offsets is not null && offsets.Length != elements)
        {
            if (written!.Length != elements)
            {
                map.Report(BindingRules.WrongKind, map.Find("offsets")!, $"There are {written.Length} offsets for the {elements} names of {index!.Name}.");
            }

            return null;
        }

        if (offsets is null && stride is null && covered is null)
        {
            map.Report(BindingRules.MissingKey, map.Find("count") ?? map.Find("index")!, "An array of blocks needs a 'stride', or 'offsets'.");
            return null;
        }

        int distance = stride ?? covered ?? 0;
        return new ArrayModel(
            (offsets ?? Enumerable.Range(0, elements).Select(i => Offset(distance, index?.Members[i].Value ?? (ulong)i))).ToEquatable(),
            (index?.Members.Select(member => member.Name) ?? Enumerable.Range(0, elements).Select(i => $"{i}")).ToEquatable(),
            index?.Name);
    }

    // Far outside every device is far enough: RegisterInDevice answers, and nothing overflows on the way.
    static int Offset(int distance, ulong position) => (int)Math.Min(distance * (long)Math.Min(position, 0x10000), 0x1000_0000);

    static EnumModel? Index(MapReader map, ScalarNode name, IReadOnlyList<EnumModel> enums)
    {
        if (enums.FirstOrDefault(known => known.Name == name.Text) is { Members.Count: > 0 } found)
        {
            return found;
        }

        string hint = Texts.DidYouMean(name.Text, enums.Select(known => known.Name));
        map.Report(BindingRules.UnknownEnum, name, $"There is no enum '{name.Text}'{(hint.Length > 0 ? hint : ".")}");
        return null;
    }
}
