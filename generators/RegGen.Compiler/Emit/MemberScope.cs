namespace RegGen.Compiler.Emit;

/// <summary>Where members are emitted: what code there calls the device, where addresses count from, and which element it is in.</summary>
/// <param name="Device">The device, as an expression.</param>
/// <param name="At">What addresses are added to, as an expression; empty for the beginning.</param>
/// <param name="Index">Which element of the arrays around it is, as an expression; empty if there are none.</param>
sealed record MemberScope(string Device, string At = "", string Index = "")
{
    /// <summary>In a block, its address: what <see cref="At"/> stands for.</summary>
    public int? Block { get; init; }

    /// <summary>An address, added to what it counts from.</summary>
    public string From(string address) => At.Length == 0 ? address : $"{At} + {address}";
}
