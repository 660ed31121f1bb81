namespace RegGen.Tool;

/// <summary>What the program answers to its caller.</summary>
static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A description has an error.</summary>
    public const int Findings = 1;

    /// <summary>No way leads to this machine's own ports.</summary>
    public const int NoPorts = 1;

    /// <summary>The arguments are wrong, or a file cannot be written.</summary>
    public const int WrongUsage = 2;

    /// <summary><c>reggen run</c> did not come to run the program, whose exit codes are its own; as with env and timeout.</summary>
    public const int NotRun = 125;
}
