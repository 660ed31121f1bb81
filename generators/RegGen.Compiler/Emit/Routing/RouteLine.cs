namespace RegGen.Compiler.Emit;

/// <summary>One static route of a device: the line that makes it.</summary>
sealed record RouteLine(string Type, string Name, IReadOnlyList<string> Arguments, bool Public);
