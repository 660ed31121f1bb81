using System.Globalization;

namespace RegGen.Accessors.Tests.Places;

/// <summary>A register, or an element of arrays and blocks, and its first port.</summary>
sealed record Placed(string Path, int Width, int Port);

/// <summary>A device of registers, arrays of them and blocks of blocks, chosen by nobody; each at a place that is worked out from what the page says.</summary>
sealed class PlacedDevice
{
    readonly Random _random;
    readonly List<string> _text = [];
    readonly List<Placed> _registers = [];
    int _names;

    public PlacedDevice(int seed)
    {
        _random = new(seed);
        int step = _random.Next(1, 4);
        int size = Level(depth: 0, indent: "", at: [("", 0)], step);
        Text = string.Join("\n", ["reggen: 1", "device: Every", $"size: {size}", $"step: {step}", "enums:", $"  {Spaced.Enum}", .. _text, ""]);
    }

    public string Text { get; }

    public IReadOnlyList<Placed> Registers => _registers;

    // What stands at one level: registers, then blocks. Tells how many ports that covers.
    int Level(int depth, string indent, IReadOnlyList<(string Path, int Port)> at, int step)
    {
        int cursor = 0;
        _text.Add($"{indent}registers:");
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            cursor = Register($"{indent}  ", at, step, cursor);
        }

        if (depth < 3 && _random.Next(4) > 0)
        {
            _text.Add($"{indent}blocks:");
            for (int i = _random.Next(1, 3); i > 0; i--)
            {
                cursor = Block(depth, $"{indent}  ", at, step, cursor);
            }
        }

        return cursor;
    }

    int Register(string indent, IReadOnlyList<(string Path, int Port)> at, int around, int cursor)
    {
        int width = 8 << _random.Next(4);
        int? own = _random.Next(4) == 0 ? _random.Next(1, 4) : null;
        int step = own ?? around;
        int first = Up(cursor, step) + _random.Next(2);
        var spaced = Spaced.Any(_random, Up(width / 8, step), isDense: width == 8 || step == 1);
        string name = Name("Reg");
        _text.Add($"{indent}{name}: {{ at: {first}, width: {width}{Also(spaced.Keys)}{Also(own is null ? "" : $"step: {own}")} }}");
        _registers.AddRange(at.SelectMany(outer => spaced.Elements.Select(element =>
            new Placed($"{outer.Path}{name}{element.Index}", width, outer.Port + ((first + element.Offset) * step)))));
        return ((first + spaced.Last) * step) + (width / 8);
    }

    int Block(int depth, string indent, IReadOnlyList<(string Path, int Port)> at, int around, int cursor)
    {
        int? own = _random.Next(3) == 0 ? _random.Next(1, 4) : null;
        int first = Up(cursor, around) + _random.Next(2);
        string name = Name("Block");

        // How much an element covers is known when what is in it is; until then only the words are kept.
        int head = _text.Count;
        int before = _registers.Count;
        int covered = Up(Level(depth + 1, $"{indent}  ", [("", 0)], own ?? around), around);
        Placed[] inside = [.. _registers.Skip(before)];
        _registers.RemoveRange(before, inside.Length);
        var spaced = Spaced.Any(_random, covered, isDense: false);
        _text.InsertRange(head, [$"{indent}{name}:", .. Lines($"at: {first}{Also(spaced.Keys)}{Also(own is null ? "" : $"step: {own}")}", $"{indent}  ")]);
        _registers.AddRange(at.SelectMany(outer => spaced.Elements.SelectMany(element => inside.Select(register => register with
        {
            Path = $"{outer.Path}{name}{element.Index}.{register.Path}",
            Port = outer.Port + ((first + element.Offset) * around) + register.Port,
        }))));
        return ((first + spaced.Last) * around) + (covered * around);
    }

    // Keys of a map one below the other; a list stays on its line.
    static List<string> Lines(string keys, string indent) =>
        keys.Split(", ").Aggregate(new List<string>(), (lines, part) =>
        {
            if (part.Contains(':', StringComparison.Ordinal))
            {
                lines.Add(indent + part);
            }
            else
            {
                lines[^1] += $", {part}";
            }

            return lines;
        });

    string Name(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}{_names++}x");

    static string Also(string keys) => keys.Length == 0 ? "" : $", {keys}";

    static int Up(int ports, int step) => (ports + step - 1) / step;
}
