using System.Runtime.InteropServices;

namespace RegGen.Tool.Launching;

/// <summary>The native program beside the tool that takes the grant, drops everything else and executes.</summary>
static partial class Launcher
{
    public static string Location { get; } = Path.Combine(AppContext.BaseDirectory, "reggen-launch");

    /// <summary>Replaces this process by the launcher. Returns only if that failed, with the reason.</summary>
    /// <param name="words">Its path and its arguments.</param>
    public static string Execute(string[] words)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return "Programs can be run with ports on Linux x64 alone.";
        }

        if (!File.Exists(Location))
        {
            return $"There is no launcher ({Location}): this tool was built where no C compiler was. Install one (gcc or clang) and build the tool again.";
        }

        RemoveDiagnosticsFiles();

        // No child process: signals and the exit code are the launcher's own business. It puts back what this runtime changed about signals.
        _ = Replace(Location, [.. words, null]);
        return $"{Location} cannot be executed: {Marshal.GetLastPInvokeErrorMessage()}.";
    }

    // The runtime removes them when it ends, which a process that is replaced never comes to.
    static void RemoveDiagnosticsFiles()
    {
        foreach (string pattern in new[] { "dotnet-diagnostic", "clr-debug-pipe" })
        {
            foreach (string file in Directory.EnumerateFiles(Path.GetTempPath(), $"{pattern}-{Environment.ProcessId}-*"))
            {
                File.Delete(file);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Replace(string path, string?[] words);
}
