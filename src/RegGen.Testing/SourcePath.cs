namespace RegGen.Testing;

/// <summary>Where a test's source lies. A deterministic build maps the paths that it compiles in to <c>/_/tests/...</c>.</summary>
static class SourcePath
{
    public static string Find(string compiled) => Find(compiled, AppContext.BaseDirectory);

    /// <summary>The file itself, or the file of the same name under a folder above the test program.</summary>
    public static string Find(string compiled, string program)
    {
        if (File.Exists(compiled))
        {
            return compiled;
        }

        string[] parts = compiled.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (DirectoryInfo? folder = new(program); folder is not null; folder = folder.Parent)
        {
            // The mapped root is one part, or two where there are several roots.
            for (int root = 1; root < Math.Min(3, parts.Length); root++)
            {
                string path = Path.Combine([folder.FullName, .. parts[root..]]);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new FileNotFoundException($"The test's source {compiled} is not under a folder above {program}; snapshots lie beside it.");
    }
}
