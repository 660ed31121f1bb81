namespace RegGen.Metadata;

/// <summary>What answers an access: a register of the device or of a window.</summary>
/// <param name="Name">Its full name: <c>LCR</c>, <c>Cmos.Seconds</c>, or <c>Cmos[0x2F]</c> where the description is silent.</param>
/// <param name="Map">Its description, or null for an index of a window that has none.</param>
/// <param name="Through">The window that it was reached through, or null.</param>
sealed record DecodedRegister(string Name, RegisterMap? Map, WindowMap? Through = null);
