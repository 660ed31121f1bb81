using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The launcher as it stands beside the tool.</summary>
static class LauncherProgram
{
    const string Name = "reggen-launch";

    static readonly Lock s_gate = new();
    static string? s_folder;

    /// <summary>A folder with nothing but the launcher. Skips where it was not built.</summary>
    public static string Folder()
    {
        string built = Path.Combine(AppContext.BaseDirectory, Name);
        if (!File.Exists(built))
        {
            Rig.Missing($"{Name} was not built.");
        }

        lock (s_gate)
        {
            return s_folder ??= CopyTo(Repository.At(".artifacts", "rigs", "programs", "launcher"));
        }
    }

    /// <summary>A copy of it in a folder, by another process: what this one writes itself is busy for every program that it starts meanwhile.</summary>
    /// <returns>The folder.</returns>
    public static string CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        Execution.Of("cp", ["--remove-destination", Path.Combine(AppContext.BaseDirectory, Name), folder], TimeSpan.FromSeconds(30)).Succeeded();
        return folder;
    }

    /// <summary>Runs it on this machine.</summary>
    public static Execution Run(params string[] arguments) => Execution.Of(Path.Combine(Folder(), Name), arguments, TimeSpan.FromSeconds(30));
}
