using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The kernel module and the program that tries it.</summary>
static class ModuleProgram
{
    static readonly string s_folder = Repository.At(".artifacts", "rigs", "programs", "module");
    static readonly Lazy<string> s_built = new(Build);

    /// <summary>Where the guest's kernel is kept, and what its modules are built with.</summary>
    public static string Kernel { get; } = Repository.At(".artifacts", "rigs", "guest", "kernel");

    /// <summary>A folder with <c>reggen.ko</c>, for the guest's kernel, and <c>module</c>.</summary>
    public static string Folder() => s_built.Value;

    static string Build()
    {
        GuestRig.Require();
        Rig.Require("make", "gcc", "cc");
        Directory.CreateDirectory(s_folder);
        string built = Repository.At(".artifacts", "driver", "linux");
        Execution module = Execution.Of(Repository.At("tests", "rigs", "guest", "module"), [Kernel, built], TimeSpan.FromMinutes(5));
        File.Copy(Path.Combine(built, Path.GetFileName(module.Succeeded().Split('\n')[^1])), Path.Combine(s_folder, "reggen.ko"), overwrite: true);
        Execution.Of(Repository.At("tests", "driver", "guest", "build"), [s_folder], TimeSpan.FromMinutes(1)).Succeeded();
        return s_folder;
    }
}
