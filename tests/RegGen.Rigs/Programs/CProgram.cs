namespace RegGen.Rigs.Programs;

/// <summary>The C programs of <c>tests/native</c>, linked to the library that the packages ship.</summary>
public static class CProgram
{
    const string Library = "libreggen.so";

    static readonly string[] s_sources = ["fault.c", "grant.c", "probe.c", "stubs.S"];
    static readonly HashSet<string> s_built = [];
    static readonly Lock s_gate = new();

    /// <summary>Compiles the programs into one folder, with the library beside them. Skips where there is no compiler.</summary>
    /// <param name="names">Names of the sources. One like <c>libother.so</c> is a library of its own, made of <c>other.c</c>.</param>
    /// <returns>The folder with the programs.</returns>
    public static string Build(params ReadOnlySpan<string> names)
    {
        Rig.Require("cc");
        string folder = Repository.At(".artifacts", "rigs", "programs", "c");
        lock (s_gate)
        {
            foreach (string name in names)
            {
                if (!s_built.Contains(name))
                {
                    Compile(name, folder);
                    s_built.Add(name);
                }
            }
        }

        return folder;
    }

    /// <summary>Compiles the library and programs over the other C library, musl, with its loader beside them: <c>ld-musl-x86_64.so.1 PROGRAM</c> runs one.</summary>
    /// <returns>The folder with the programs.</returns>
    public static string BuildForMusl(params ReadOnlySpan<string> names)
    {
        Rig.Require("musl-gcc");
        string folder = Repository.At(".artifacts", "rigs", "programs", "musl");
        Directory.CreateDirectory(folder);
        IEnumerable<string> sources = s_sources.Select(file => Repository.At("native", file));
        Musl(["-fPIC", "-O2", "-shared", "-Wl,-soname,libreggen.so", "-Wl,-z,now", "-Wl,-z,defs", "-Wl,-z,nodelete", "-o", Path.Combine(folder, Library), .. sources]);
        foreach (string name in names)
        {
            // The kernel's headers are the machine's own.
            Musl(["-O1", "-idirafter", "/usr/include", "-idirafter", "/usr/include/x86_64-linux-gnu", "-I", Repository.At("native"), "-o", Path.Combine(folder, name), Source(name), "-L", folder, "-lreggen"]);
        }

        File.Copy("/lib/ld-musl-x86_64.so.1", Path.Combine(folder, "ld-musl-x86_64.so.1"), overwrite: true);
        return folder;
    }

    static void Musl(string[] arguments) =>
        Execution.Of("musl-gcc", ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pthread", .. arguments], TimeSpan.FromMinutes(1)).Succeeded();

    static void Compile(string name, string folder)
    {
        string library = Path.Combine(AppContext.BaseDirectory, Library);
        if (!File.Exists(library))
        {
            Rig.Missing($"{Library} was not built.");
        }

        if (s_built.Count == 0)
        {
            Directory.CreateDirectory(folder);
            File.Copy(library, Path.Combine(folder, Library), overwrite: true);
        }

        string[] kind = Path.GetExtension(name) == ".so"
            ? ["-shared", "-fPIC", Source(Path.GetFileNameWithoutExtension(name)["lib".Length..])]
            : [Source(name), "-L", folder, "-lreggen", "-Wl,-rpath,$ORIGIN", "-ldl"];
        Execution.Of("cc",
            ["-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-I", Repository.At("native"), "-o", Path.Combine(folder, name), .. kind],
            TimeSpan.FromMinutes(1)).Succeeded();
    }

    static string Source(string name) => Repository.At("tests", "native", $"{name}.c");
}
