using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RegGen.Scale;

/// <summary>The command-line tool as it is published for this system, its code compiled ahead.</summary>
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
            "publish", Path.Combine(artifacts, "..", "src", "RegGen.Tool"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            "-o", Path.Combine(folder, "reggen"), $"-p:ArtifactsPath={Path.Combine(folder, "build")}",
        })
        {
            command.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(command)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, "reggen", "reggen.dll") : throw new InvalidOperationException(said);
    }
}
