namespace RegGen.Simulation;

/// <summary>An access that real hardware would punish, or would not do.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Device">The device.</param>
/// <param name="Access">The access; of a read, the value is 0.</param>
/// <param name="Why">What is wrong with it, in words.</param>
public sealed record Misuse(MisuseKind Kind, string Device, PortAccess Access, string Why)
{
    /// <summary><c>WriteOfReadOnly: Uart16550 at 0x2FD &lt;- 0x00: LSR can only be read.</c></summary>
    public override string ToString() =>
        $"{Kind}: {Device} at {Access.Place} {(Access.IsWrite ? "<- " + Access.SpellValue() : "->")}: {Why}.";
}
