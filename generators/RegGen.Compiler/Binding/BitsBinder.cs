using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the bits of a field: <c>7..6</c>, or pieces, the most significant first: <c>[7, 3..0]</c>.</summary>
static class BitsBinder
{
    public static EquatableArray<BitRange>? Bind(NamedNode field, Node node, Reporter reporter)
    {
        IReadOnlyList<Node> parts = node is ListNode list ? list.Items : [node];
        var pieces = new List<BitRange>();
        foreach (Node part in parts)
        {
            if (part is ScalarNode text && Texts.TryBits(text.Text, out int high, out int low))
            {
                pieces.Add(new BitRange(high, low));
                continue;
            }

            reporter.Spoil(field.Path);
            reporter.Report(BindingRules.NotBits, part, $"The bits of {field.Name} are {part.Kind}.");
            return null;
        }

        if (pieces.Count == 0)
        {
            reporter.Spoil(field.Path);
            reporter.Report(BindingRules.NotBits, node, $"The bits of {field.Name} are an empty list.");
            return null;
        }

        return pieces.ToEquatable();
    }
}
