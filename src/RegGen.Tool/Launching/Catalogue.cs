using System.Reflection;
using RegGen.Compiler;
using RegGen.Compiler.Binding;
using RegGen.Compiler.Model;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Yaml;

namespace RegGen.Tool.Launching;

/// <summary>The descriptions of <c>devices/</c>, which the tool carries with it.</summary>
static class Catalogue
{
    const string Suffix = ".regs.yaml";

    /// <summary>The device of a name: that of its file or its own, in letters of either case.</summary>
    /// <exception cref="ClaimException">There is none.</exception>
    public static DeviceModel Find(string name)
    {
        IReadOnlyDictionary<string, SourceFile> files = SourceFiles.ByPath(Read());
        SourceFile? file = files.Values.FirstOrDefault(file => Is(FileNameOf(file), name)) ?? files.Values.FirstOrDefault(file => Is(DeviceNameOf(file), name));
        if (file is null)
        {
            string[] names = [.. files.Values.Where(file => !file.IsLibrary).Select(FileNameOf).Order(StringComparer.Ordinal)];
            string hint = Texts.DidYouMean(name, names.Concat(files.Values.Select(DeviceNameOf)));
            throw new ClaimException($"The catalogue has no device '{name}'{(hint.Length > 0 ? hint : ".")} It has {string.Join(", ", names)}; a file's name ends with {Suffix}.");
        }

        return DeviceCompiler.Parse(SourceFiles.Of(file, files)).Device ?? throw new ClaimException($"'{name}' is a library, not a device.");
    }

    static IEnumerable<SourceFile> Read()
    {
        Assembly tool = typeof(Catalogue).Assembly;
        foreach (string resource in tool.GetManifestResourceNames().Where(each => each.EndsWith(Suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(tool.GetManifestResourceStream(resource)!);
            yield return SourceFile.Read(resource.Replace('\\', '/'), reader.ReadToEnd());
        }
    }

    static bool Is(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    static string FileNameOf(SourceFile file) => FilePaths.FileName(file.Path)[..^Suffix.Length];

    static string DeviceNameOf(SourceFile file) => file.Root?.Find("device") is ScalarNode name ? name.Text : "";
}
