using System.ComponentModel;
using System.Globalization;

namespace RegGen.Metadata;

/// <summary>Spells out the elements of arrays, so that a map says them once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapElements
{
    /// <summary>Elements at equal distances, numbered from 0.</summary>
    /// <inheritdoc cref="Of(string[], int[], RegisterMap[])"/>
    public static IReadOnlyList<RegisterMap> Of(int count, int stride, params RegisterMap[] registers) => Of(
        [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))],
        [.. Enumerable.Range(0, count).Select(i => i * stride)],
        registers);

    /// <summary>Each register once for each label, with the label in its name and in the names that it refers to.</summary>
    /// <param name="labels">What takes the place of the last <c>#</c> in the registers' names.</param>
    /// <param name="offsets">How far each element stands behind the first.</param>
    /// <param name="registers">The registers of the first element: <c>Channel[#].LCR</c>.</param>
    public static IReadOnlyList<RegisterMap> Of(string[] labels, int[] offsets, params RegisterMap[] registers) =>
        [.. labels.SelectMany((label, i) => registers.Select(register => Element(register, label, offsets[i])))];

    /// <summary>Each window once for each label, with the label in its name and in the names that it and its registers refer to.</summary>
    /// <param name="labels">What takes the place of the last <c>#</c> in the windows' names.</param>
    /// <param name="windows">The windows of the first element: <c>Channel[#].Codec</c>. Their registers have their full names until no <c>#</c> is left.</param>
    public static IReadOnlyList<WindowMap> Windows(string[] labels, params WindowMap[] windows) =>
        [.. labels.SelectMany(label => windows.Select(window => Element(window, label)))];

    static RegisterMap Element(RegisterMap register, string label, int offset)
    {
        RegisterMap element = Filled(register, LevelOf(register.Name), label);
        return element with
        {
            Address = register.Address + offset,
            WritePlace = element.WritePlace is { } write ? write with { Address = write.Address + offset } : null,
        };
    }

    static WindowMap Element(WindowMap window, string label)
    {
        int level = LevelOf(window.Name);
        string name = Filled(window.Name, level, label);
        bool isLast = LevelOf(name) == 0;
        return window with
        {
            Name = name,
            Index = Filled(window.Index, level, label),
            Data = Filled(window.Data, level, label),
            Reads = window.Reads is { } reads ? Filled(reads, level, label) : null,
            Writes = window.Writes is { } writes ? Filled(writes, level, label) : null,
            Enter = Keys(window.Enter),
            Exit = Keys(window.Exit),
            Select = Steps(window.Select),
            SelectWrite = window.SelectWrite is { } select ? Steps(select) : null,
            Registers = [.. window.Registers.Select(register => Filled(register, level, label)).Select(register => isLast ? register with { Name = register.Name[(name.Length + 1)..] } : register)],
        };

        IReadOnlyList<KeyMap> Keys(IReadOnlyList<KeyMap> keys) => [.. keys.Select(key => key with { Register = Filled(key.Register, level, label) })];

        IReadOnlyList<SelectionMap> Steps(IReadOnlyList<SelectionMap> steps) => [.. steps.Select(step => step with { Register = Filled(step.Register, level, label) })];
    }

    static RegisterMap Filled(RegisterMap register, int level, string label)
    {
        return register with
        {
            Name = Filled(register.Name, level, label),
            When = Conditions(register.When),
            WritePlace = register.WritePlace is { } write ? new(write.Address) { When = Conditions(write.When) } : null,
            Overlaps = Filled(register.Overlaps, level, label),
            Previous = register.Previous is { } previous ? Filled(previous, level, label) : null,
            Lock = register.Lock is { } known ? Filled(known, level, label) : null,
            Number = register.Number is { BcdWhen.Count: > 0 } number ? number with { BcdWhen = Conditions(number.BcdWhen) } : register.Number,
            Fields = register.Fields.Any(field => field.BcdWhen.Count > 0)
                ? [.. register.Fields.Select(field => field with { BcdWhen = Conditions(field.BcdWhen) })]
                : register.Fields,
        };

        IReadOnlyList<Condition> Conditions(IReadOnlyList<Condition> conditions) =>
            [.. conditions.Select(condition => condition with { Register = Filled(condition.Register, level, label) })];
    }

    static string[] Filled(IReadOnlyList<string> names, int level, string label) => [.. names.Select(name => Filled(name, level, label))];

    static int LevelOf(string name) => name.Count(c => c == '#');

    // The sign of an array is the last of the part's own; in a name of fewer, there is none of it.
    static string Filled(string name, int level, string label)
    {
        int at = -1;
        for (int i = 0; i < level; i++)
        {
            at = name.IndexOf('#', at + 1);
            if (at < 0)
            {
                return name;
            }
        }

        return string.Concat(name.AsSpan(0, at), label, name.AsSpan(at + 1));
    }
}
