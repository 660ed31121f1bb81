namespace RegGen.Compiler.Reuse;

/// <summary>Paths as texts: descriptions name each other relative to themselves, and the compiler opens no files.</summary>
static class FilePaths
{
    /// <summary>With forward slashes and without <c>.</c> and <c>..</c> where they can be left out, so that one file has one path.</summary>
    public static string Normal(string path)
    {
        bool rooted = path.Length > 0 && path[0] is '/' or '\\';
        var parts = new List<string>();
        foreach (string part in path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && !(part == ".." && rooted))
            {
                parts.Add(part);
            }
        }

        return (rooted ? "/" : "") + string.Join("/", parts);
    }

    /// <summary>The path that one file means by a name that it gives.</summary>
    public static string Beside(string file, string written) => Normal(IsRooted(written) ? written : $"{Folder(Normal(file))}{written}");

    /// <summary>How a file would name another: the shortest way there.</summary>
    public static string Relative(string from, string to)
    {
        string[] start = Normal(from).Split('/'), end = Normal(to).Split('/');
        int same = 0;
        while (same < Math.Min(start.Length, end.Length) - 1 && start[same] == end[same])
        {
            same++;
        }

        return string.Concat(Enumerable.Repeat("../", start.Length - 1 - same)) + string.Join("/", end.Skip(same));
    }

    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    static string Folder(string file) => file.Substring(0, file.LastIndexOf('/') + 1);

    static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));
}
