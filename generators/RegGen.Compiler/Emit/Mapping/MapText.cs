using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Parts of the description as data that stand at many places: nothing where there is nothing to say.</summary>
static class MapText
{
    static readonly Dictionary<AccessMode, string> s_access = AccessModes.All.ToDictionary(known => known.Mode, known => $"Access.{CSharpText.Pascal(known.Name)}");

    public static IEnumerable<string> Doc(string doc) => Text("Doc", doc);

    public static IEnumerable<string> Text(string property, string text) => text.Length == 0 ? [] : [$"{property} = {CSharpText.Literal(text)}"];

    public static IEnumerable<string> List(string property, EquatableArray<string> texts) =>
        texts.Count == 0 ? [] : [$"{property} = [{string.Join(", ", texts.Select(CSharpText.Literal))}]"];

    public static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    public static string Access(AccessMode mode) => s_access.TryGetValue(mode, out string? known)
        ? known
        : $"new(ReadEffect.{mode.Read}, WriteEffect.{mode.Write})";

    public static string Elements(ArrayModel array) => array.Index is null && array.Stride is { } stride
        ? $"MapElements.Of({array.Count}, {stride},"
        : $"MapElements.Of([{Join(array.Labels.Select(CSharpText.Literal))}], [{Join(array.Offsets.Select(offset => $"{offset}"))}],";
}
