using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RegGen.Scale;

/// <summary>The command-line tool as it is published for this system: native code. That takes a C compiler.</summary>
static class PublishedTool
{
    /// <summary>Publishes it and says where it is.</summary>
    public static string Publish()
    {
        // .artifacts/bin/RegGen.Scale/release/
        string artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));
        string folder = Path.Combine(artifacts, "published");
        ProcessStartInfo command = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        foreach (string argument in new[]
        {
            "publish", Path.Combine(artifacts, "..", "src", "RegGen.Tool"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "-o", Path.Combine(folder, "reggen"), $"-p:ArtifactsPath={Path.Combine(folder, "build")}",
        })
        {
            command.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(command)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, "reggen", OperatingSystem.IsWindows() ? "reggen.exe" : "reggen") : throw new InvalidOperationException(said);
    }
}
