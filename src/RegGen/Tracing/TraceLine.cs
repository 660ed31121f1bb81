namespace RegGen.Tracing;

/// <summary>One access, decoded. It shows <see cref="Place"/>, <see cref="Arrow"/>, <see cref="Value"/>, <see cref="Fields"/>.</summary>
/// <param name="Access">The access.</param>
/// <param name="Device">Name of the device, or null if no register of a traced device answers.</param>
/// <param name="Register">
/// Full name of the register, or null: <c>LCR</c>, <c>Cmos.Seconds</c>, <c>Cmos[0x2F]</c> where the description is silent.
/// </param>
/// <param name="Text">The value and its fields: <c>0x83 WordLength=Eight Dlab=1</c>.</param>
public sealed record TraceLine(PortAccess Access, string? Device, string? Register, string Text)
{
    /// <summary><c>COM2.LCR</c>; of an access that no device decodes, the port: <c>0x2FF</c>, <c>0xCF8/32</c>.</summary>
    public string Place => Device is null ? Access.Place : $"{Device}.{Register}";

    /// <summary><c>&lt;-</c> for a write, <c>-&gt;</c> for a read.</summary>
    public string Arrow => Access.IsWrite ? "<-" : "->";

    /// <summary>The raw word: <c>0x83</c>.</summary>
    public string Value => Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? Text[..end] : Text;

    /// <summary>The fields that are not 0: <c>WordLength=Eight Dlab=1</c>; empty if there are none.</summary>
    public string Fields => Text[Value.Length..].TrimStart();

    /// <summary>The whole line: <c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c>.</summary>
    public override string ToString() => $"{Place} {Arrow} {Text}";
}
