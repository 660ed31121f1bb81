using RegGen.Rigs.Programs;

namespace RegGen.Package.Tests;

/// <summary>A user's project: outside the repository, with nothing but the package, a description and a program.</summary>
sealed class OutsideProject : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    readonly string _folder = Directory.CreateTempSubdirectory("reggen-").FullName;
    readonly string[] _properties;
    readonly string _name;

    public OutsideProject(PackedPackages packages, params string[] properties)
        : this(packages, "Outside", PackedPackages.OnlySource, properties)
    {
    }

    OutsideProject(PackedPackages packages, string name, string sources, string[] properties)
    {
        (_name, _properties) = (name, [$"-p:RegGenVersion={packages.Version}", .. properties]);
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, name)))
        {
            File.Copy(file, At(Path.GetFileName(file)));
        }

        File.WriteAllText(At("nuget.config"), sources);
    }

    /// <summary>A project of tests, which needs packages of others too.</summary>
    public static OutsideProject OfTests(PackedPackages packages) => new(packages, "OutsideTests", PackedPackages.FurtherSource, []);

    public string Description => At("uart16550.regs.yaml");

    public string At(params ReadOnlySpan<string> parts) => Path.Combine([_folder, .. parts]);

    public void Restore() => Dotnet("restore").Succeeded();

    public Execution Build(params string[] properties) => Dotnet("build", ["--no-incremental", .. properties]);

    /// <summary>What the built program prints.</summary>
    public string[] Run() => Execution.Of("dotnet", [At("bin", "Debug", "net10.0", $"{_name}.dll")], s_patience, _folder).Succeeded()
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Edits the description, as a user would between two builds.</summary>
    /// <returns>The first changed line's number, from 1.</returns>
    public int Edit(string old, string replacement)
    {
        string text = File.ReadAllText(Description);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The description has no \"{old}\".");
        File.WriteAllText(Description, text.Replace(old, replacement, StringComparison.Ordinal));
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    Execution Dotnet(string verb, params string[] more) =>
        Execution.Of("dotnet", [verb, "--disable-build-servers", .. _properties, .. more], s_patience, _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
