namespace RegGen.Claims;

/// <summary>Who has ports already.</summary>
/// <param name="Name">A kernel driver's name as <c>/proc/ioports</c> spells it, or the device of another claim in this process.</param>
/// <param name="Ports">The ports.</param>
/// <param name="IsKernel">Whether it is the kernel or one of its drivers; else another claim in this process.</param>
public sealed record PortOwner(string Name, PortRange Ports, bool IsKernel)
{
    /// <summary><c>serial (0x3F8-0x3FF)</c>.</summary>
    public override string ToString() => $"{Name} ({Ports})";
}
