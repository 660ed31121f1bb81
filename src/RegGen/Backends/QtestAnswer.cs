using System.Buffers;
using System.Globalization;
using System.Text;

namespace RegGen.Backends;

/// <summary>What qtest answers, taken strictly: a line that is not exactly as expected is an <see cref="IOException"/>.</summary>
internal static class QtestAnswer
{
    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>The largest value of a width.</summary>
    public static uint Largest(PortWidth width) => uint.MaxValue >> (32 - (int)width);

    /// <summary>Whether the line reports an intercepted interrupt; such lines may come at any time.</summary>
    public static bool IsInterrupt(ReadOnlySpan<byte> line) =>
        IsNumbered(line, "IRQ raise "u8) || IsNumbered(line, "IRQ lower "u8);

    /// <summary>Takes the answer to an operation: <c>OK</c> to a write, <c>OK 0x5a</c> to a read, whose result it sets.</summary>
    public static void Take(ReadOnlySpan<byte> line, ref PortOperation operation)
    {
        if (operation.IsWrite)
        {
            if (!line.SequenceEqual("OK"u8))
            {
                throw Wrong("no OK", line);
            }

            return;
        }

        // The parser alone would let trailing zero bytes pass.
        ReadOnlySpan<byte> start = "OK 0x"u8;
        if (!line.StartsWith(start) || line[start.Length..].ContainsAnyExcept(HexDigits)
            || !uint.TryParse(line[start.Length..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
        {
            throw Wrong("no value", line);
        }

        operation.Result = value <= Largest(operation.Width) ? value : throw Wrong("a value wider than the access", line);
    }

    /// <summary>Takes the answer to <c>endianness</c>, which every qtest knows and which touches no device.</summary>
    public static void RequireLittleEndian(ReadOnlySpan<byte> line)
    {
        if (!line.SequenceEqual("OK little"u8))
        {
            throw Wrong("no qtest of an x86 machine", line);
        }
    }

    /// <summary>A wrong answer, shown as far as it is printable and short.</summary>
    public static IOException Wrong(string what, ReadOnlySpan<byte> line)
    {
        const int shown = 80;
        var text = new StringBuilder();
        foreach (byte letter in line[..Math.Min(line.Length, shown)])
        {
            text.Append(letter is >= 0x20 and < 0x7F ? (char)letter : '?');
        }

        return new IOException($"{what} came: '{text}{(line.Length > shown ? "..." : "")}'.");
    }

    static bool IsNumbered(ReadOnlySpan<byte> line, ReadOnlySpan<byte> start) =>
        line.StartsWith(start) && line.Length > start.Length && line[start.Length..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
