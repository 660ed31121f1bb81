using System.Globalization;

namespace RegGen.Locks;

/// <summary>Who has locked a file, as the system tells it: <c>1: FLOCK ADVISORY WRITE 812 00:1a:54321 0 EOF</c> in <c>/proc/locks</c>.</summary>
/// <remarks>
/// Some file systems show another device number there, a container hides processes, and a process may have ended and left the file to its child:
/// then it is just another process.
/// </remarks>
static class LockHolder
{
    const string Unknown = "another process";

    /// <summary>The holder for a message.</summary>
    public static string Of(FileLook file)
    {
        try
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{file.DeviceMajor:x2}:{file.DeviceMinor:x2}:{file.Number}");
            return Of(place, File.ReadLines("/proc/locks")) is { } process ? $"process {process} ({NameOf(process)})" : Unknown;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return Unknown;
        }
    }

    /// <summary>The process that the lines name, if they do. A line with an arrow is one that waits.</summary>
    internal static int? Of(string place, IEnumerable<string> locks)
    {
        foreach (string line in locks)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "FLOCK", _, _, var holder, var held, ..] && held == place
                && int.TryParse(holder, NumberStyles.None, CultureInfo.InvariantCulture, out int process) && process > 0)
            {
                return process;
            }
        }

        return null;
    }

    // Fails for a process that is gone.
    static string NameOf(int process) => File.ReadAllText($"/proc/{process}/comm").TrimEnd('\n');
}
