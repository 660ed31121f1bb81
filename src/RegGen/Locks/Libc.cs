using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RegGen.Locks;

/// <summary>The C library's calls for locked files, on Linux with glibc or musl. Each answers with 0 or the system's error number.</summary>
static unsafe partial class Libc
{
    public const int NoEntry = 2, WouldBlock = 11, NoAccess = 13, Exists = 17, NotADirectory = 20, Loop = 40;

    const int Interrupted = 4;
    const int ReadOnly = 0, ReadWrite = 2, Create = 0x40, Exclusive = 0x80, NotTheTerminal = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000;
    const int WorkingDirectory = -100, EmptyPath = 0x1000;
    const int LockExclusive = 2, LockNonBlocking = 4, LockUnlock = 8;
    const uint BasicStats = 0x7FF, KeepOwner = uint.MaxValue, OwnerOnly = 0x1C0; // 0700
    const uint NewFile = 0x1B0; // 0660

    // Arm and POWER number these two in their own way; all others are the same wherever .NET runs.
    static readonly bool s_isArm = RuntimeInformation.ProcessArchitecture
        is Architecture.Arm or Architecture.Armv6 or Architecture.Arm64 or Architecture.Ppc64le;
    static readonly int s_directory = s_isArm ? 0x4000 : 0x10000, s_noFollow = s_isArm ? 0x8000 : 0x20000;

    /// <summary>The user whose rights the process has.</summary>
    public static uint EffectiveUser => GetEffectiveUser();

    /// <summary>Opens a directory, not a link to one.</summary>
    public static int OpenFolder(string path, out SafeFileHandle folder) =>
        Opened(() => OpenAt(WorkingDirectory, path, ReadOnly | s_directory | s_noFollow | CloseOnExec, 0), out folder);

    /// <summary>Opens a file of a directory, not a link to one; or makes one that was not there.</summary>
    public static int OpenFile(SafeFileHandle folder, string name, bool create, out SafeFileHandle file)
    {
        int flags = ReadWrite | s_noFollow | CloseOnExec | NonBlocking | NotTheTerminal | (create ? Create | Exclusive : 0);
        return Opened(() => OpenAt((int)folder.DangerousGetHandle(), name, flags, NewFile), out file);
    }

    /// <summary>Makes a directory that only its owner may use.</summary>
    public static int MakeFolder(string path) => MakeDirectory(path, OwnerOnly) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Gives a file to a group.</summary>
    public static int ChangeGroup(SafeFileHandle file, uint group) => ChangeOwner(file, KeepOwner, group) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Sets who may do what with a file.</summary>
    public static int ChangeMode(SafeFileHandle file, uint mode) => ChangeModeOf(file, mode) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Locks a file if it is free.</summary>
    public static int TryLock(SafeFileHandle file) => Lock(file, LockExclusive | LockNonBlocking);

    /// <summary>Unlocks a file.</summary>
    public static int Unlock(SafeFileHandle file) => Lock(file, LockUnlock);

    /// <summary>What an open file is.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    public static FileLook Look(SafeFileHandle file)
    {
        FileLook look = default;
        byte nothing = 0;
        return Statx(file, &nothing, EmptyPath, BasicStats, &look) == 0
            ? look
            : throw new IOException($"statx failed with error {Marshal.GetLastPInvokeError()}.");
    }

    static int Lock(SafeFileHandle file, int operation)
    {
        int error;
        do
        {
            error = Flock(file, operation) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        while (error == Interrupted);
        return error;
    }

    static int Opened(Func<int> open, out SafeFileHandle handle)
    {
        int file, error;
        do
        {
            file = open();
            error = file >= 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        while (error == Interrupted);
        handle = new SafeFileHandle(file, ownsHandle: true);
        return error;
    }

    // Variadic in C; on Linux that is called like any other.
    [LibraryImport("libc", EntryPoint = "openat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
    private static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    private static partial int ChangeModeOf(SafeFileHandle file, uint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static partial int Statx(SafeFileHandle file, byte* path, int flags, uint mask, FileLook* look);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUser();
}
