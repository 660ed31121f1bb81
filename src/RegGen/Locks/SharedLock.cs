using System.Diagnostics;
using System.Globalization;

namespace RegGen.Locks;

/// <summary>The half of a named lock that keeps other processes out. One thread at a time calls it: the other half sees to that.</summary>
abstract class SharedLock
{
    /// <summary>The lock of a name, as this system has it.</summary>
    public static SharedLock Of(string name) => OperatingSystem.IsLinux() ? new FileLock(name, FileLock.SystemFolder) : new MutexLock(name, MutexLock.NameOf(name));

    /// <summary>Takes it; also where the process that held it has ended.</summary>
    /// <param name="left">How long to wait.</param>
    /// <param name="patience">How long the caller has given in all, for the message.</param>
    /// <exception cref="TimeoutException">It was not free in time.</exception>
    /// <exception cref="PortAccessException">It cannot be had here at all.</exception>
    public abstract void Enter(TimeSpan left, TimeSpan patience);

    /// <summary>Lets go.</summary>
    public abstract void Exit();

    /// <summary>What is left of a time that began at a timestamp; for ever stays for ever.</summary>
    public static TimeSpan Left(long start, TimeSpan time)
    {
        TimeSpan left = time - Stopwatch.GetElapsedTime(start);
        return time == Timeout.InfiniteTimeSpan ? time : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>A time as messages show it.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
