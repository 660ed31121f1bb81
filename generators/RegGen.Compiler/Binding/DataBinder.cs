using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the data registers of a window: <c>DATA</c>, <c>[DATA8, DATA16]</c>, <c>DATA + at[1..0]</c>, or one of these for each direction.</summary>
/// <param name="references">Finds registers.</param>
/// <param name="scope">The region or block that the window stands in, or null.</param>
/// <param name="reporter">Gets the findings.</param>
sealed class DataBinder(ReferenceBinder references, string? scope, Reporter reporter)
{
    readonly List<(int Bits, ScalarNode Node)> _lanes = [];

    /// <summary>How many low bits of an address choose a byte of the data register.</summary>
    public int LaneBits { get; private set; }

    /// <summary>The data registers to read, and those to write.</summary>
    /// <param name="map">The window.</param>
    /// <param name="path">Where it belongs in the model.</param>
    public (string[] Reads, string[] Writes) Bind(MapReader map, string path)
    {
        (string[] Reads, string[] Writes) found;
        if (map.Find("data") is MapNode both)
        {
            var directions = new MapReader(both, KeyTables.DataDirections, $"{path}/data", reporter);
            found = (Registers(directions, "read", path), Registers(directions, "write", path));
        }
        else
        {
            string[] data = Registers(map, "data", path);
            found = (data, data);
        }

        LaneBits = _lanes.Select(lane => lane.Bits).DefaultIfEmpty(0).Max();
        if (_lanes.FirstOrDefault(lane => lane.Bits != LaneBits) is { Node: { } other })
        {
            map.Report(BindingRules.WrongKind, other, "The data registers of one window are reached alike: each with the same bits of 'at', or none.");
        }
        else if (LaneBits > 0 && (found.Reads.Length > 1 || found.Writes.Length > 1))
        {
            map.Report(BindingRules.WrongKind, _lanes[0].Node, "A data register whose bytes are reached needs no other for narrower accesses: name it alone.");
        }

        return found;
    }

    string[] Registers(MapReader map, string key, string path)
    {
        IEnumerable<ScalarNode> nodes = map.Find(key) is ListNode ? map.List(key) ?? [] : map.Scalar(key) is { } one ? [one] : [];
        List<string> found = [];
        foreach (ScalarNode node in nodes)
        {
            if (Register(map, node, path) is { } register)
            {
                found.Add(register);
            }
        }

        return [.. found];
    }

    string? Register(MapReader map, ScalarNode node, string path)
    {
        // What is no offset is left to the finding of references to explain.
        var step = new StepReader(node, path, reporter);
        bool hasOffset = node.Text.Any(sign => sign == '+');
        if ((hasOffset ? step.Reference() : node) is not { } name || references.Field(name, name.Text, path, scope, knowsPlace: false) is not { } reference)
        {
            return null;
        }

        int? bits = hasOffset ? Offset(step) : 0;
        if (reference.Field is not null)
        {
            map.Report(BindingRules.UnknownRegister, name, $"'{reference}' is a field; a register is wanted here.");
            return null;
        }

        if (bits is { } known)
        {
            _lanes.Add((known, node));
        }

        return reference.Register;
    }

    // + at[1..0]
    static int? Offset(StepReader step)
    {
        if (!step.Needs("+", "behind the data register"))
        {
            return null;
        }

        StepToken word = step.Take();
        if (!word.Is(WindowModel.At) || !step.Takes("["))
        {
            step.Lost(BindingRules.NotBits, word, $"What is added to a data register is bits of 'at', such as at[1..0], not {(word.Text.Length > 0 ? $"'{word.Text}'" : "nothing")}.");
            return null;
        }

        StepToken first = step.Next;
        ScalarNode bits = step.Until("]");
        if (!step.Needs("]", "behind the bits"))
        {
            return null;
        }

        if (!step.IsEnd)
        {
            step.Lost(BindingRules.NotStep, step.Next, $"'{step.Next.Text}' does not belong to a data register.");
            return null;
        }

        if (Texts.TryBits(bits.Text, out int high, out int low) && low == 0)
        {
            return high + 1;
        }

        step.Lost(BindingRules.NotBits, first, $"'{bits.Text}' are not the lowest bits of an address: these choose a byte of the data register.");
        return null;
    }
}
