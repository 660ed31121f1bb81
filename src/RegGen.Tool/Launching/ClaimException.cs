namespace RegGen.Tool.Launching;

/// <summary>A claim that cannot be understood; the message says what to write instead.</summary>
sealed class ClaimException(string message) : Exception(message);
