namespace RegGen.Recording;

/// <summary>A program did not do what was recorded. The message says where and what.</summary>
public sealed class ReplayException : Exception
{
    internal ReplayException(int position, int? line, string message)
        : base(message) => (Position, Line) = (position, line);

    /// <summary>Which access of the recording, counted from 1; one past the last if the program went on after it. In <see cref="ReplayMode.ByRegister"/>, which access of the program.</summary>
    public int Position { get; }

    /// <summary>Its line in the file, or null if it is none of the recording.</summary>
    public int? Line { get; }
}
