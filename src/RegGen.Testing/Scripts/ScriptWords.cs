using System.Globalization;
using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Tracing;

namespace RegGen.Testing.Scripts;

/// <summary>Reads the words of a script: names of registers, and values as a trace shows them.</summary>
/// <param name="devices">The devices that are named.</param>
sealed class ScriptWords(IReadOnlyList<TracedDevice> devices)
{
    /// <summary>All bits of a register.</summary>
    public static ulong All(RegisterMap map) => ulong.MaxValue >> (64 - map.Width);

    /// <summary>A step with a register's word.</summary>
    /// <exception cref="ArgumentException">There is no such register, or the word is wider than it.</exception>
    public RegisterStep Step(string register, bool isWrite, ulong word)
    {
        (string place, RegisterMap map) = Find(register);
        return word > All(map)
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"0x{word:X} is wider than {place}, which has {map.Width} bits."))
            : new(place, map, isWrite, word, All(map));
    }

    /// <summary>A step with a register's fields, or with its word and what a trace shows of that.</summary>
    /// <exception cref="ArgumentException">There is no such register, field or value.</exception>
    public RegisterStep Step(string register, bool isWrite, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        (string place, RegisterMap map) = Find(register);
        string text = value.Trim();
        bool isPartial = text.EndsWith('*');
        if (isPartial && !isWrite)
        {
            throw new ArgumentException($"A read of {place} has to be answered with all its bits: leave out the *.");
        }

        text = text.TrimEnd('*').TrimEnd();
        string[] parts = text.Split(' ', 2);
        if (!TryNumber(parts[0], out ulong word))
        {
            (word, ulong named) = ScriptFields.Parse(map, place, isWrite, text);
            return new(place, map, isWrite, word, isPartial ? named : All(map));
        }

        RegisterStep step = Step(register, isWrite, word);
        string shown = step.ToString().Split(isWrite ? " <- " : " -> ", 2)[1];
        return isPartial ? throw new ArgumentException($"{text} is a whole word of {place}: leave out the *, or name fields.")
            : parts.Length > 1 && !DependsOnMode(map) && shown.Split(' ', 2).ElementAtOrDefault(1) != parts[1]
            ? throw new ArgumentException($"{parts[0]} of {place} is {shown}, not {text}.")
            : step;
    }

    /// <summary>The steps of a trace.</summary>
    /// <exception cref="ArgumentException">A line cannot be understood; the message says which, and why.</exception>
    public IEnumerable<ScriptStep> Steps(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        List<ScriptStep> steps = [];
        foreach ((int i, string line) in lines.Split('\n').Index())
        {
            string text = line.StartsWith('#') ? "" : line.Split(" #", 2)[0].Trim();
            try
            {
                if (text.Length > 0 && text[0] != '#')
                {
                    steps.Add(Line(text));
                }
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException(FormattableString.Invariant($"Line {i + 1} of the script, '{text}': {error.Message}"), error);
            }
        }

        return steps;
    }

    // How a number is shown may depend on what other registers hold by then: the word alone counts.
    static bool DependsOnMode(RegisterMap map) => map.Number is { BcdWhen.Count: > 0 } || map.Fields.Any(field => field.BcdWhen.Count > 0);

    ScriptStep Line(string text)
    {
        bool isWrite = text.Contains(" <- ", StringComparison.Ordinal);
        string[] sides = text.Split(isWrite ? " <- " : " -> ", 2, StringSplitOptions.TrimEntries);
        return sides.Length < 2 || sides[1].Length == 0
            ? throw new ArgumentException("It is no access: write REGISTER <- value for a write and REGISTER -> value for a read, with spaces around the arrow.")
            : char.IsAsciiDigit(sides[0][0]) ? Port(sides[0], isWrite, sides[1]) : Step(sides[0], isWrite, sides[1]);
    }

    static PortStep Port(string place, bool isWrite, string value)
    {
        string[] parts = place.Split('/');
        string width = parts.Length == 2 ? parts[1] : "8";
        return parts.Length <= 2 && TryNumber(parts[0], out ulong port) && port <= ushort.MaxValue && width is "8" or "16" or "32" && TryNumber(value, out ulong word) && word <= uint.MaxValue
            ? new(new(isWrite, (ushort)port, (PortWidth)int.Parse(width, CultureInfo.InvariantCulture), (uint)word))
            : throw new ArgumentException("A port is a number with its width behind it unless that is 8, and its value is a number: 0x2FF -> 0x55, 0xCF8/32 <- 0x80000000.");
    }

    (string Place, RegisterMap Map) Find(string register)
    {
        ArgumentNullException.ThrowIfNull(register);
        TracedDevice? device = devices.FirstOrDefault(known => register.StartsWith(known.Name + ".", StringComparison.Ordinal))
            ?? (devices.Count == 1 ? devices[0] : null);
        if (device is null)
        {
            throw new ArgumentException(devices.Count == 0
                ? $"The script names {register} and was given no device: new ScriptedBackend(new TracedDevice(...))."
                : $"{register} is of no device of the script: write {string.Join(", ", devices.Select(known => known.Name + "."))} before the register.");
        }

        string name = register.StartsWith(device.Name + ".", StringComparison.Ordinal) ? register[(device.Name.Length + 1)..] : register;
        string whole = device.Map.FindSet(name) is var (window, _, part) ? $"{window.Name}.{part}" : name;
        return device.Map.AllRegisters.FirstOrDefault(known => known.Name == whole).Register is { } map
            ? ($"{device.Name}.{name}", map)
            : throw new ArgumentException($"{device.Name} has no register {name}; it has {string.Join(", ", device.Map.AllRegisters.Select(known => known.Name))}.");
    }

    /// <summary>A number as a trace or a description has it: 26, 0x1A, 0b11010.</summary>
    internal static bool TryNumber(string text, out ulong number)
    {
        string digits = text.Replace("_", "", StringComparison.Ordinal);
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? ulong.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? ulong.TryParse(digits.AsSpan(2), NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out number)
            : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
