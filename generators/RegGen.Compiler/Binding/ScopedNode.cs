using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>A text that names registers, and where it stands: in there it may name them without that.</summary>
/// <param name="Node">The text.</param>
/// <param name="Scope">Full name of the block, region or window that it stands in, or null.</param>
sealed record ScopedNode(ScalarNode Node, string? Scope);
