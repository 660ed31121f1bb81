namespace RegGen.Rigs.Programs;

/// <summary>Programs of this repository, published as a user would.</summary>
public static class DotNetProgram
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);
    static readonly HashSet<string> s_published = [];
    static readonly Lock s_gate = new();

    /// <summary>Publishes native code. Skips where there is nothing to link with.</summary>
    /// <returns>The folder with the program.</returns>
    public static string PublishNative(string project)
    {
        if (Rig.Find("clang") is null && Rig.Find("gcc") is null)
        {
            Rig.Missing("Native code cannot be linked: neither clang nor gcc is installed.");
        }

        return Publish(project, "native", "-p:PublishNative=true");
    }

    /// <summary>Publishes with the runtime and its JIT beside the program.</summary>
    /// <inheritdoc cref="PublishNative"/>
    public static string PublishSelfContained(string project) => Publish(project, "jit", "--self-contained");

    /// <summary>Publishes for Windows, with the runtime beside the program.</summary>
    /// <inheritdoc cref="PublishNative"/>
    public static string PublishForWindows(string project) => Publish(project, "windows", "--self-contained", "-r", "win-x64");

    static string Publish(string project, string kind, params string[] how)
    {
        Rig.Require("dotnet");
        string folder = Repository.At(".artifacts", "rigs", "programs", kind, Path.GetFileName(project));
        lock (s_gate)
        {
            if (!s_published.Contains(folder))
            {
                PublishInto(folder, project, kind, how);
                s_published.Add(folder);
            }

            return folder;
        }
    }

    // With artifacts of its own, since the tests may be running in the middle of a build of the same projects.
    static void PublishInto(string folder, string project, string kind, string[] how)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Execution.Of("dotnet",
            ["publish", Repository.At(project), "-c", "Release", .. how.Contains("-r") ? Array.Empty<string>() : ["-r", "linux-x64"], "-o", folder, "--artifacts-path", Repository.At(".artifacts", "rigs", "build", kind),
                "--disable-build-servers", "-p:DebugType=none", "-p:StripSymbols=true", "-p:CopyOutputSymbolsToPublishDirectory=false", .. how],
            s_patience).Succeeded();
    }
}
