namespace RegGen.Metadata;

/// <summary>How a wide register goes through one narrow port: part by part.</summary>
/// <param name="Width">Width of the port in bits.</param>
/// <param name="HighFirst">Whether the most significant part comes first.</param>
public sealed record TransferMap(int Width, bool HighFirst = false);
