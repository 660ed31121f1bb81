namespace RegGen.Rigs.Programs;

/// <summary>The C programs of <c>tests/native</c>, linked to the library that the packages ship.</summary>
public static class CProgram
{
    const string Library = "libreggen.so";

    /// <summary>Compiles the programs into one folder, with the library beside them. Skips where there is no compiler.</summary>
    /// <returns>The folder with the programs.</returns>
    public static string Build(params ReadOnlySpan<string> names)
    {
        Rig.Require("cc");
        string folder = Repository.At(".artifacts", "rigs", "programs", "c");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(AppContext.BaseDirectory, Library), Path.Combine(folder, Library), overwrite: true);
        foreach (string name in names)
        {
            Execution.Of("cc",
                ["-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-I", Repository.At("native"), "-o", Path.Combine(folder, name),
                    Repository.At("tests", "native", $"{name}.c"), "-L", folder, "-lreggen", "-Wl,-rpath,$ORIGIN", "-ldl"],
                TimeSpan.FromMinutes(1)).Succeeded();
        }

        return folder;
    }
}
