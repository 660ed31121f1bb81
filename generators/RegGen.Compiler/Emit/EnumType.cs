namespace RegGen.Compiler.Emit;

/// <summary>An enum in C#. One that several fields share has values that the narrower ones of them cannot hold.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bits">Bits of the integer behind it.</param>
sealed record EnumType(string Name, int Bits);
