namespace RegGen.Routes;

/// <summary>Which accesses to a window's data register move the index on by one.</summary>
[Flags]
public enum Increment
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Reads.</summary>
    Read = 1,

    /// <summary>Writes.</summary>
    Write = 2,

    /// <summary>Both.</summary>
    Both = Read | Write,
}
