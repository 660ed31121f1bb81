using System.Globalization;
using RegGen.Backends;

namespace RegGen;

/// <summary>One access to a port, as an observer sees it.</summary>
/// <param name="IsWrite">Whether the access wrote.</param>
/// <param name="Port">The port.</param>
/// <param name="Width">The width.</param>
/// <param name="Value">What was written or read.</param>
public readonly record struct PortAccess(bool IsWrite, ushort Port, PortWidth Width, uint Value)
{
    /// <summary>The port, and the width unless it is 8 bits: <c>0x2FF</c>, <c>0xCF8/32</c>.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"0x{Port:X}{(Width == PortWidth.Bits8 ? "" : $"/{(int)Width}")}");

    /// <summary><c>0x2FB &lt;- 0x83</c> for a write, <c>0xCFC/32 -&gt; 0x12378086</c> for a read.</summary>
    public override string ToString() => $"{Place} {(IsWrite ? "<-" : "->")} {SpellValue()}";

    internal string SpellValue() => "0x" + Value.ToString($"X{(int)Width / 4}", CultureInfo.InvariantCulture);
}
