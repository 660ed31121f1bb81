using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What a field comes to in C#: its type, how it is taken from a raw word, and how a value becomes bits in place.</summary>
/// <param name="register">Its register.</param>
/// <param name="part">The field.</param>
/// <param name="codes">Its enum, or null.</param>
sealed class FieldCode(RegisterModel register, FieldModel part, EnumType? codes)
{
    readonly string _word = CSharpText.Word(register);

    /// <summary>Whether it is true or false.</summary>
    public bool IsFlag { get; } = codes is null && part is { Width: 1, Kind: NumberKind.Binary, Scale: null, BcdWhen: null };

    /// <summary>Its C# type.</summary>
    public string Type => codes?.Name ?? (IsFlag ? "bool" : part.Scale is not null ? "double" : Number);

    /// <summary>The type of its number, before any scale.</summary>
    string Number => part.Kind switch
    {
        NumberKind.TwosComplement => CSharpText.Signed(part.Width),
        NumberKind.Bcd => part.LargestRead <= byte.MaxValue ? "byte" : part.LargestRead <= ushort.MaxValue ? "ushort" : part.LargestRead <= uint.MaxValue ? "uint" : "ulong",
        _ => CSharpText.Integer(part.Width),
    };

    /// <summary>The field as steps move it: its bits, where only the access tells what they mean.</summary>
    public static FieldCode InSteps(RegisterModel register, FieldModel field, EnumType? codes)
    {
        var code = new FieldCode(register, field, codes);
        return field.BcdWhen is null ? code : code.Bare;
    }

    /// <summary>The bits of a field that only at times are decimal digits, as they are.</summary>
    public FieldCode Bare => new(register, part with { Scale = null, Min = null, Max = null, BcdWhen = null }, codes);

    /// <summary>The same field without its scale.</summary>
    public FieldCode Unscaled => new(register, part with { Scale = null, Min = part.Scale is null ? part.Min : part.Allowed.Least, Max = part.Scale is null ? part.Max : part.Allowed.Most }, codes);

    /// <summary>Its value, as an expression over <c>Raw</c>.</summary>
    public string Get() => IsFlag ? $"(Raw & {CSharpText.Hex(part.Mask, register.Width)}) != 0" : Read(Taken());

    /// <summary>Its value, as an expression over <c>Raw</c> and over another that says whether its bits are decimal digits.</summary>
    public string GetBy(string mode) => Read(Taken(), mode);

    /// <summary>Its value, as an expression over the number that its bits hold, moved together.</summary>
    public string Get(string number) => IsFlag ? $"{number} != 0" : Type == "ulong" ? number : Read(number);

    /// <summary>The number for its bits, moved together, as an expression over a value; one that the field cannot hold throws.</summary>
    public string NumberOf(string value) => IsFlag ? $"{value} ? 1u : 0u" : Encoded(value);

    string Read(string taken, string? mode = null)
    {
        string number = part.Kind switch
        {
            NumberKind.TwosComplement => $"FieldValue.FromTwos(({_word}){taken}, {part.Width})",
            NumberKind.Bcd => $"FieldValue.FromBcd(({_word}){taken})",
            _ when mode is not null => $"FieldValue.FromBcdIf({mode}, ({_word}){taken})",
            _ => taken,
        };
        return part.Scale is { } scale
            ? $"FieldValue.Scaled({number}, {Real(scale.Factor)}, {Real(scale.Offset)})"
            : $"({Type}){number}";
    }

    /// <summary>A value's bits in place; one that the field cannot hold throws.</summary>
    /// <param name="value">The value, as an expression.</param>
    /// <param name="mode">Whether its bits are to be decimal digits, as an expression, where only that tells.</param>
    public string Bits(string value, string? mode = null)
    {
        if (IsFlag)
        {
            return $"{value} ? {CSharpText.Hex(part.Mask, register.Width)}{(_word == "uint" ? "" : "ul")} : 0{(_word == "uint" ? "u" : "ul")}";
        }

        string number = Encoded(value, mode);
        if (part.Pieces.Count == 1)
        {
            return part.Low == 0 ? number : $"{number} << {part.Low}";
        }

        int shift = part.Width;
        return string.Join(" | ", part.Pieces.Select(piece =>
        {
            shift -= piece.Width;
            string shifted = shift > 0 ? $"({number} >> {shift})" : number;
            string cut = $"({shifted} & {CSharpText.Hex(BitRange.Ones(piece.Width), piece.Width)})";
            return piece.Low > 0 ? $"({cut} << {piece.Low})" : cut;
        }));
    }

    // The number that the bits hold, as an expression that may stand anywhere.
    string Taken()
    {
        int shift = part.Width;
        string[] parts = [.. part.Pieces.Select(piece =>
        {
            shift -= piece.Width;
            string shifted = piece.Low == 0 ? "Raw" : $"(Raw >> {piece.Low})";
            string masked = piece.Width == register.Width ? "Raw" : $"({shifted} & {CSharpText.Hex(BitRange.Ones(piece.Width), piece.Width)})";
            return shift == 0 ? masked : $"({masked} << {shift})";
        })];
        return parts.Length == 1 ? parts[0] : $"({string.Join(" | ", parts)})";
    }

    string Encoded(string value, string? mode = null)
    {
        (decimal least, decimal most) = part.Allowed;
        (string from, string to) = (Whole(least), Whole(most));
        string largest = CSharpText.Hex(part.Largest, part.Width);
        if (part.Scale is { } scale)
        {
            string coded = $"FieldValue.Unscaled({value}, {Real(scale.Factor)}, {Real(scale.Offset)}, {from}, {to})";
            return $"({_word}){(part.Kind == NumberKind.Bcd ? $"FieldValue.ToBcd((ulong){coded}, {from}, {to})"
                : mode is not null ? $"FieldValue.ToBcdIf({mode}, (ulong){coded}, {from}, {to})"
                : $"FieldValue.Bits({coded}, {largest})")}";
        }

        if (mode is not null)
        {
            return $"({_word})FieldValue.ToBcdIf({mode}, {value}, {from}, {to})";
        }

        if (part.Kind == NumberKind.TwosComplement)
        {
            return $"({_word})FieldValue.ToTwos({value}, {from}, {to}, {largest})";
        }

        if (part.Kind == NumberKind.Bcd)
        {
            return $"({_word})FieldValue.ToBcd({value}, {from}, {to})";
        }

        string word = $"({_word}){value}";
        string highest = CSharpText.Hex((ulong)Math.Max(0, most), part.Width);
        return codes?.Bits > CSharpText.IntegerBits(part.Width) ? $"({_word})FieldBits.Fit((ulong){value}, {highest})"
            : least > 0 ? $"FieldValue.Within({word}, {from}, {to})"
            : most == part.Largest && part.Width is 8 or 16 or 32 or 64 ? word
            : $"FieldBits.Fit({word}, {highest})";
    }

    static string Whole(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    static string Real(decimal number) => ((double)number).ToString("R", CultureInfo.InvariantCulture);
}
