namespace RegGen.Recording;

/// <summary>Finds the recorded access that answers one of the program.</summary>
abstract class Replaying
{
    /// <summary>Number of accesses that have to come yet.</summary>
    public abstract int Remaining { get; }

    /// <summary>The recorded access; null if there is none.</summary>
    /// <param name="access">What the program does; the value of a read is 0.</param>
    public abstract RecordedAccess? Take(PortAccess access);

    /// <summary>Why there is none.</summary>
    public abstract ReplayException Differ(PortAccess access);

    /// <summary>That accesses are left over, or null.</summary>
    public abstract ReplayException? Left();

    protected static string Spell(PortAccess access, string place) => $"{place} {(access.IsWrite ? "<- " + access.SpellValue() : "-> ?")}";
}
