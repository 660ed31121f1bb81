using RegGen.Compiler.Reuse;

namespace RegGen.Tool;

/// <summary>Descriptions on disk: each is read once, and those that it uses are found beside it.</summary>
sealed class DescriptionFolder
{
    readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    /// <summary>The files that were read so far.</summary>
    public IReadOnlyList<SourceFile> Read => [.. _files.Values];

    /// <exception cref="IOException">The file cannot be read.</exception>
    public SourceFile Open(string path)
    {
        string normal = FilePaths.Normal(path);
        if (!_files.TryGetValue(normal, out SourceFile? file))
        {
            _files[normal] = file = SourceFile.Read(path, File.ReadAllText(path));
        }

        return file;
    }

    /// <summary>A file with all that it uses. What cannot be read is left out, and the compiler says where it is missed.</summary>
    public SourceFiles Around(SourceFile file)
    {
        var reached = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        Reach(file, reached);
        foreach (string beside in reached.Values.SelectMany(used => used.Uses).Where(path => !reached.ContainsKey(path)).SelectMany(Beside).ToArray())
        {
            // Only their names count, for a hint at what was meant.
            reached.TryAdd(FilePaths.Normal(beside), SourceFile.Read(FilePaths.Normal(beside), ""));
        }

        return SourceFiles.Of(file, reached);
    }

    void Reach(SourceFile file, Dictionary<string, SourceFile> reached)
    {
        if (!reached.TryAdd(FilePaths.Normal(file.Path), file))
        {
            return;
        }

        foreach (string used in file.Uses.Where(path => File.Exists(path)))
        {
            try
            {
                Reach(Open(used), reached);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Missing for the compiler, which has the place to say so.
            }
        }
    }

    static IEnumerable<string> Beside(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.regs.yaml").Order(StringComparer.Ordinal) : [];
    }
}
