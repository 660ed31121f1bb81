using System.Collections.Concurrent;
using RegGen.Compiler.Reuse;

namespace RegGen.Compiler.Tests;

/// <summary>A folder of descriptions that may use each other.</summary>
static class FolderFiles
{
    static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, SourceFile>> s_folders = new(StringComparer.Ordinal);

    /// <summary>A file of the folder, with all that it uses there.</summary>
    public static Description Parse(string folder, string name)
    {
        IReadOnlyDictionary<string, SourceFile> all = s_folders.GetOrAdd(folder, static path => SourceFiles.ByPath(
            Directory.EnumerateFiles(path, "*.regs.yaml").Order(StringComparer.Ordinal).Select(file => SourceFile.Read(Path.GetFileName(file), File.ReadAllText(file)))));
        return DeviceCompiler.Parse(SourceFiles.Of(all[name], all));
    }

    /// <summary>The first of some texts, with those of the others that it uses.</summary>
    public static Description Parse(params (string Name, string Text)[] files)
    {
        IReadOnlyDictionary<string, SourceFile> all = SourceFiles.ByPath(files.Select(file => SourceFile.Read(file.Name, file.Text)));
        return DeviceCompiler.Parse(SourceFiles.Of(all[files[0].Name], all));
    }
}
