using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Package.Tests;

public sealed class PackageTests(PackedPackages packages)
{
    public const string NativeLibrary = "runtimes/linux-x64/native/libreggen.so";

    const string MuslLibrary = "runtimes/linux-musl-x64/native/libreggen.so";

    static readonly string[] s_files =
    [
        "LICENSE", "README.md", "THIRD-PARTY-NOTICES", "icon.png",
        "analyzers/dotnet/cs/RegGen.Compiler.dll", "analyzers/dotnet/cs/RegGen.Generators.dll", "analyzers/dotnet/cs/YamlDotNet.dll",
        "buildTransitive/RegGen.targets", "lib/net10.0/RegGen.dll", "lib/net10.0/RegGen.xml",
    ];

    [Fact]
    public void The_package_holds_the_runtime_the_generator_and_what_users_need_to_know()
    {
        string[] packaging = ["_rels/.rels", "[Content_Types].xml", "RegGen.nuspec"];
        string[] files = [.. packages.Files().Where(file => !packaging.Contains(file) && !file.StartsWith("package/", StringComparison.Ordinal))];
        Assert.Equal(s_files.Order(), files.Where(file => file is not (NativeLibrary or MuslLibrary)).Order());
        Assert.Equal(Rig.Find("musl-gcc") is not null && files.Contains(NativeLibrary), files.Contains(MuslLibrary));
        Assert.Equal(File.Exists(Repository.At(".artifacts", "native", "linux-x64", "libreggen.so")), files.Contains(NativeLibrary));
    }

    /// <summary>What only the generator uses must not come to the user's program.</summary>
    [Fact]
    public void The_package_depends_on_no_other() => Assert.DoesNotContain("<dependency ", packages.Nuspec(), StringComparison.Ordinal);

    [Fact]
    public void The_tool_installs_checks_a_description_and_executes_its_launcher()
    {
        string folder = Directory.CreateTempSubdirectory("reggen-").FullName;
        try
        {
            string config = Path.Combine(folder, "nuget.config");
            File.WriteAllText(config, PackedPackages.OnlySource);
            TimeSpan patience = TimeSpan.FromMinutes(2);
            Execution.Of("dotnet",
                ["tool", "install", "RegGen.Tool", "--version", packages.Version, "--tool-path", folder, "--configfile", config], patience).Succeeded();
            string description = Repository.At("devices", "uart16550", "uart16550.regs.yaml");
            Execution.Of(Path.Combine(folder, "reggen"), ["check", description], patience).Succeeded();

            // Packages keep no permissions: that it can be executed once it is unpacked shows here alone.
            if (File.Exists(Repository.At(".artifacts", "native", "linux-x64", "reggen-launch")))
            {
                Execution run = Execution.Of(Path.Combine(folder, "reggen"), ["run", "--claim", "uart16550@Com2", "--user", "no-such-user", "--", "driver"], patience);
                Assert.Equal(125, run.ExitCode);
                Assert.StartsWith("reggen-launch: ", run.Output, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
