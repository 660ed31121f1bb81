namespace RegGen.Tool.Policies;

/// <summary>A word of a policy that cannot be understood or could never hold; the message says what to write instead.</summary>
sealed class PolicyException(string message) : Exception(message);
