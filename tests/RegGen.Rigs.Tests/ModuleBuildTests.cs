using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The kernel's own build, with all that it and sparse can say.</summary>
public sealed class ModuleBuildTests
{
    [Fact]
    public void The_module_builds_without_a_word()
    {
        GuestRig.Require();
        Rig.Require("make", "gcc", "sparse");
        string folder = Repository.At(".artifacts", "driver", "linux-checked");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Execution build = Execution.Of(Repository.At("tests", "rigs", "guest", "module"), [ModuleProgram.Kernel, folder, "W=1", "C=1"], TimeSpan.FromMinutes(5));
        Assert.Equal(Path.Combine(folder, "reggen.ko"), build.Succeeded());
    }
}
