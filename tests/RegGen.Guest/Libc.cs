using System.Runtime.InteropServices;

namespace RegGen.Guest;

/// <summary>What rows do to themselves.</summary>
static partial class Libc
{
    const int Nobody = 65534;

    /// <summary>Takes all ports from the calling thread, behind everybody's back.</summary>
    public static int TakePorts() => ioperm(0, 0x10000, 0);

    /// <summary>Gives up root, for all threads, as a program does that was granted at its start.</summary>
    public static bool BecomeNobody() => setresgid(Nobody, Nobody, Nobody) == 0 && setresuid(Nobody, Nobody, Nobody) == 0;

    [LibraryImport("libc")]
    private static partial int ioperm(nuint first, nuint count, int on);

    [LibraryImport("libc")]
    private static partial int setresuid(int real, int effective, int saved);

    [LibraryImport("libc")]
    private static partial int setresgid(int real, int effective, int saved);
}
