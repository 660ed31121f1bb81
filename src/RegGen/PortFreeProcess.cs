using System.Diagnostics;
using System.Runtime.ExceptionServices;
using RegGen.Backends;

namespace RegGen;

/// <summary>Starts other programs without giving them this one's ports.</summary>
/// <remarks>
/// On Linux a child has the port rights of the thread that starts it, keeps them when it executes another program, and hands them on. A thread has
/// none before its first access, but that is hard to know of a thread in the pool. Here the child is started by a thread that gave them up.
/// </remarks>
public static class PortFreeProcess
{
    /// <summary>Starts a program, as <see cref="Process.Start(ProcessStartInfo)"/> does.</summary>
    /// <exception cref="PortAccessException">The rights could not be given up; nothing was started.</exception>
    /// <inheritdoc cref="Process.Start(ProcessStartInfo)"/>
    public static Process? Start(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        Process? process = null;
        ExceptionDispatchInfo? failure = null;
        Thread starter = new(() =>
        {
            try
            {
                ProcessGrants.LeaveThread();
                process = Process.Start(start);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        starter.Start();
        starter.Join();
        failure?.Throw();
        return process;
    }
}
