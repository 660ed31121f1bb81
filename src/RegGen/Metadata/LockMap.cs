namespace RegGen.Metadata;

/// <summary>What locks writes: the writes that open it, in their order, and those that close it again.</summary>
/// <param name="Name">Its name: that of the method that opens it.</param>
/// <param name="Unlock">The writes that open it; empty if they are not known beforehand.</param>
/// <param name="Relock">The writes that close it; empty if nothing does.</param>
public sealed record LockMap(string Name, IReadOnlyList<KeyMap> Unlock, IReadOnlyList<KeyMap> Relock);

/// <summary>A write that is part of a key.</summary>
/// <param name="Register">Full name of the register.</param>
/// <param name="Mask">The bits that count.</param>
/// <param name="Value">What they must be.</param>
public sealed record KeyMap(string Register, ulong Mask, ulong Value);
