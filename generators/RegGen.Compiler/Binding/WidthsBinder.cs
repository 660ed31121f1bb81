using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the widths of accesses: <c>widths: [8, 32]</c>, or <c>widths: { read: [8, 16, 32], write: 32 }</c>.</summary>
static class WidthsBinder
{
    public static WidthsModel? Bind(MapReader map)
    {
        if (map.Find("widths") is not MapNode)
        {
            return Of(map, "widths") is { } both ? new WidthsModel(both, both) : null;
        }

        MapReader directions = map.Nested("widths", KeyTables.Widths);
        return new WidthsModel(Of(directions, "read") ?? default, Of(directions, "write") ?? default);
    }

    static EquatableArray<int>? Of(MapReader map, string key)
    {
        IReadOnlyList<ScalarNode>? written = map.Find(key) is ListNode ? map.List(key) : map.Scalar(key) is { } one ? [one] : null;
        if (written is null)
        {
            return null;
        }

        List<int> widths = [];
        foreach (ScalarNode node in written)
        {
            if (node.Text is "8" or "16" or "32")
            {
                widths.Add(int.Parse(node.Text, System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                map.Report(BindingRules.UnknownWord, node, $"The width of an access is 8, 16 or 32, not {node.Kind}.");
            }
        }

        return widths.Distinct().OrderBy(width => width).ToEquatable();
    }
}
