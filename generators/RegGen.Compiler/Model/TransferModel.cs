namespace RegGen.Compiler.Model;

/// <summary>A wide register goes through a narrow port part by part.</summary>
/// <param name="Port">Width of the port in bits.</param>
/// <param name="HighFirst">Whether the most significant part comes first.</param>
sealed record TransferModel(int Port, bool HighFirst);
