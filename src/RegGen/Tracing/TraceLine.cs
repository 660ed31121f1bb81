using System.Globalization;

namespace RegGen.Tracing;

/// <summary>One access, decoded. It shows <see cref="Place"/>, <see cref="Arrow"/>, <see cref="Value"/>, <see cref="Fields"/>.</summary>
/// <param name="Access">The access.</param>
/// <param name="Device">Name of the device, or null if no register of a traced device answers.</param>
/// <param name="Register">
/// Full name of the register, or null: <c>LCR</c>, <c>Cmos.Seconds</c>, <c>Cmos[0x2F]</c> where the description is silent.
/// </param>
/// <param name="Value">The register's raw word, as far as it is known: <c>0x83</c>.</param>
/// <param name="Parts">The fields that are not 0, or that the write acts on.</param>
public sealed record TraceLine(PortAccess Access, string? Device, string? Register, string Value, IReadOnlyList<TracedField> Parts)
{
    /// <summary>When the access was done, by the bus's clock, since the trace began.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The thread that did it, by its <see cref="Environment.CurrentManagedThreadId"/>.</summary>
    public int Thread { get; init; }

    /// <summary>
    /// Number of the transition to the driver that the access was done in, among those of the bus: accesses with the same number were one program. 0 where
    /// accesses need no transition.
    /// </summary>
    public long Transition { get; init; }

    /// <summary><c>COM2.LCR</c>; of an access that no device decodes, the port: <c>0x2FF</c>, <c>0xCF8/32</c>.</summary>
    public string Place => Device is null ? Access.Place : $"{Device}.{Register}";

    /// <summary><c>&lt;-</c> for a write, <c>-&gt;</c> for a read.</summary>
    public string Arrow => Access.IsWrite ? "<-" : "->";

    /// <summary><c>WordLength=Eight Dlab=1</c>; empty if there are none.</summary>
    public string Fields => string.Join(' ', Parts);

    /// <summary>The value and its fields: <c>0x83 WordLength=Eight Dlab=1</c>.</summary>
    public string Text => Parts.Count == 0 ? Value : $"{Value} {Fields}";

    /// <summary>The whole line: <c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c>.</summary>
    public override string ToString() => $"{Place} {Arrow} {Text}";

    /// <summary>
    /// The line with time, thread and what went over the bus: <c>   0.001234  1  0x2FB/8  &lt;- 0x83  COM2.LCR WordLength=Eight Dlab=1</c>.
    /// Where there are transitions, their number stands behind the thread: <c>#17</c>.
    /// </summary>
    public string ToFullString()
    {
        string raw = string.Create(CultureInfo.InvariantCulture, $"0x{Access.Port:X}/{(int)Access.Width}");
        string transition = Transition == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {$"#{Transition}",5}");
        string line = string.Create(CultureInfo.InvariantCulture, $"{Time.TotalSeconds,12:F6} {Thread,3}{transition}  {raw,-9} {Arrow} {Access.SpellValue(),-10}");
        return Device is null ? line.TrimEnd() : $"{line} {Place}{(Value == Access.SpellValue() ? "" : $" {Value}")}{(Parts.Count == 0 ? "" : $" {Fields}")}";
    }
}
