using RegGen.Compiler.Model;

namespace RegGen.Compiler.Reuse;

/// <summary>
/// A file and the files that it reaches by <c>use</c> and <c>extends</c>: all that its meaning depends on. Equal by their texts, so that an
/// edit anywhere else leaves it equal.
/// </summary>
/// <param name="Main">The file.</param>
/// <param name="Others">The files that it reaches.</param>
/// <param name="Missing">The files that it names and that are not there, each with the path of the nearest that is, or nothing.</param>
sealed record SourceFiles(SourceFile Main, EquatableArray<SourceFile> Others, EquatableArray<MissingFile> Missing)
{
    /// <summary>A file alone.</summary>
    public static SourceFiles Alone(SourceFile file) => Of(file, new Dictionary<string, SourceFile>(StringComparer.Ordinal));

    /// <summary>Files by normal path; of two listings of one file the first.</summary>
    public static IReadOnlyDictionary<string, SourceFile> ByPath(IEnumerable<SourceFile> files) => files
        .GroupBy(file => FilePaths.Normal(file.Path), StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>What a file reaches among all files that there are, by normal path.</summary>
    public static SourceFiles Of(SourceFile main, IReadOnlyDictionary<string, SourceFile> all)
    {
        if (main.Uses.Count == 0)
        {
            return new(main, EquatableArray<SourceFile>.Empty, EquatableArray<MissingFile>.Empty);
        }

        var reached = new Dictionary<string, SourceFile>(StringComparer.Ordinal) { [FilePaths.Normal(main.Path)] = main };
        var missing = new Dictionary<string, MissingFile>(StringComparer.Ordinal);
        var open = new Queue<SourceFile>([main]);
        while (open.Count > 0)
        {
            foreach (string path in open.Dequeue().Uses.Where(path => !reached.ContainsKey(path)))
            {
                if (all.TryGetValue(path, out SourceFile? used))
                {
                    reached.Add(path, used);
                    open.Enqueue(used);
                }
                else
                {
                    missing[path] = new MissingFile(path, Nearest(path, all.Keys));
                }
            }
        }

        return new(main, reached.Values.Where(file => file != main).ToEquatable(), missing.Values.ToEquatable());
    }

    /// <summary>A file by its normal path.</summary>
    public SourceFile? Find(string path) => Others.Concat([Main]).FirstOrDefault(file => FilePaths.Normal(file.Path) == path);

    /// <summary>The same files seen from one of the others.</summary>
    public SourceFiles From(SourceFile file) => Of(file, ByPath(Others.Concat([Main]))) with
    {
        Missing = Missing,
    };

    // The same name in another folder, else the same folder's most alike.
    static string Nearest(string path, IEnumerable<string> known)
    {
        string name = FilePaths.FileName(path);
        string[] all = [.. known.OrderBy(each => each, StringComparer.Ordinal)];
        return all.FirstOrDefault(each => string.Equals(FilePaths.FileName(each), name, StringComparison.OrdinalIgnoreCase))
            ?? Binding.Texts.Nearest(path, all)
            ?? "";
    }
}

/// <summary>A file that is named and not there.</summary>
/// <param name="Path">Its normal path.</param>
/// <param name="Nearest">The most alike path that is there, or nothing.</param>
sealed record MissingFile(string Path, string Nearest);
