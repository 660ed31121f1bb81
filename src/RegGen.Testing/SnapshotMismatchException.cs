namespace RegGen.Testing;

/// <summary>A text is not what its snapshot says.</summary>
/// <param name="message">The file, what differs, and what to do next.</param>
public sealed class SnapshotMismatchException(string message) : Exception(message);
