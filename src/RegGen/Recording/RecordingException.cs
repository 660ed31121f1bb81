namespace RegGen.Recording;

/// <summary>A file is no recording, or a damaged one.</summary>
public sealed class RecordingException : Exception
{
    internal RecordingException(string file, int line, string cause, string remedy, Exception? inner = null)
        : base($"{file}({line}): {cause} {remedy}", inner) => (File, Line, Cause, Remedy) = (file, line, cause, remedy);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>What is wrong with it.</summary>
    public string Cause { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
