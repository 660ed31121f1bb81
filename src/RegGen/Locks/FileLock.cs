using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace RegGen.Locks;

/// <summary>A file that one process at a time has locked. The system unlocks it when that process ends, however it ends.</summary>
/// <remarks>
/// The file stays and is empty; nothing in it is read or written, so nobody can make us believe or destroy anything by it. Where somebody has removed it
/// while we waited, we take the new one.
/// </remarks>
/// <param name="name">The lock's name.</param>
/// <param name="folder">The directory of the files.</param>
/// <param name="user">The user whose rights this process has; null asks the system.</param>
sealed class FileLock(string name, string folder, uint? user = null) : SharedLock
{
    /// <summary>The directory on every machine: <c>native/system/reggen.tmpfiles.conf</c> makes it.</summary>
    public const string SystemFolder = "/run/reggen";

    // How long the waits between two attempts are in the end, and how long there is none but for other threads.
    static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(10), s_yielding = TimeSpan.FromMilliseconds(0.5);

    readonly LockFolder _folder = new(folder, name, user ?? Libc.EffectiveUser);
    readonly string _file = $"{LockName.Encode(name)}.lock";
    SafeFileHandle? _open;

    public override void Enter(TimeSpan left, TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan pause = TimeSpan.FromMilliseconds(1);
        while (true)
        {
            _open ??= _folder.Open(_file);
            int error = Libc.TryLock(_open);
            if (error == 0 && Libc.Look(_open).Links > 0)
            {
                return;
            }

            if (error == 0)
            {
                Close();
                continue;
            }

            if (error != Libc.WouldBlock)
            {
                throw _folder.Refused($"flock of {_folder.At(_file)} failed with error {error}.", "Look the number up with: errno -l.");
            }

            if (Left(start, left) == TimeSpan.Zero)
            {
                throw new TimeoutException(
                    $"The lock '{name}' was not free within {Seconds(patience)}: {LockHolder.Of(Libc.Look(_open))} holds it, by the file {_folder.At(_file)}.");
            }

            pause = Pause(start, pause);
        }
    }

    // Unlocked before anything else: a child between fork and exec has the file open too.
    public override void Exit() => Libc.Unlock(_open!);

    /// <summary>Closes the file, also a locked one.</summary>
    public void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    static TimeSpan Pause(long start, TimeSpan pause)
    {
        // An access takes microseconds, a sleep at least a millisecond.
        if (Stopwatch.GetElapsedTime(start) < s_yielding)
        {
            Thread.Yield();
            return pause;
        }

        Thread.Sleep(pause);
        return 2 * pause < s_longestPause ? 2 * pause : s_longestPause;
    }
}
