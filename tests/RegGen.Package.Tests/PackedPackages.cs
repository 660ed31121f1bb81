using System.IO.Compression;
using RegGen.Rigs;
using RegGen.Rigs.Programs;

[assembly: AssemblyFixture(typeof(RegGen.Package.Tests.PackedPackages))]

namespace RegGen.Package.Tests;

/// <summary>This repository's packages, packed once for all tests of the project.</summary>
public sealed class PackedPackages
{
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Packs them into an empty folder.</summary>
    public PackedPackages()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Pack("src/RegGen");
        Pack("src/RegGen.Logging");
        Pack("src/RegGen.Testing");
        Pack("src/RegGen.Tool");
        Runtime = Packed("RegGen");
        Version = Path.GetFileNameWithoutExtension(Runtime)["RegGen.".Length..];
    }

    /// <summary>The folder with the packages: a source of packages for others.</summary>
    public static string Folder { get; } = Repository.At(".artifacts", "packages");

    /// <summary>Path of the package RegGen.</summary>
    public string Runtime { get; }

    /// <summary>The version of all of them.</summary>
    public string Version { get; }

    /// <summary>Names of the files in the package RegGen.</summary>
    public IReadOnlyList<string> Files()
    {
        using ZipArchive archive = ZipFile.OpenRead(Runtime);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The description of the package RegGen.</summary>
    public string Nuspec()
    {
        using ZipArchive archive = ZipFile.OpenRead(Runtime);
        using var reader = new StreamReader(archive.GetEntry("RegGen.nuspec")!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Text for a nuget.config that knows the packages and nothing else.</summary>
    public static string OnlySource => $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="{Folder}" />
          </packageSources>
          <fallbackPackageFolders>
            <clear />
          </fallbackPackageFolders>
        </configuration>
        """;

    /// <summary>Text for a nuget.config that knows the packages beside what this machine knows anyway.</summary>
    public static string FurtherSource => $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{Folder}" />
          </packageSources>
        </configuration>
        """;

    // With artifacts of its own, since other tests may be publishing the same projects.
    static void Pack(string project) => Execution.Of("dotnet",
        ["pack", Repository.At(project), "-o", Folder, "--artifacts-path", Repository.At(".artifacts", "rigs", "build", "package"), "--disable-build-servers"],
        s_patience).Succeeded();

    static string Packed(string id) =>
        Assert.Single(Directory.GetFiles(Folder, $"{id}.*.nupkg"), path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));
}
