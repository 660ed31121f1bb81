namespace RegGen.Testing;

/// <summary>A program under test did not do what its script says. The message shows both sides around the difference.</summary>
public sealed class ScriptMismatchException : Exception
{
    internal ScriptMismatchException(int position, PortAccess? expected, PortAccess? actual, string message)
        : base(message) => (Position, Expected, Actual) = (position, expected, actual);

    /// <summary>Which step of the script, counted from 1; one past the last if the script had already ended.</summary>
    public int Position { get; }

    /// <summary>The step that the script has there, or null if it had already ended or names a register rather than a port.</summary>
    public PortAccess? Expected { get; }

    /// <summary>What was done instead, or null if nothing was. The value of a read is not known and stands as 0.</summary>
    public PortAccess? Actual { get; }
}
