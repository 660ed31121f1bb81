using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace RegGen.Testing;

/// <summary>Snapshots on disk: compares, accepts, and leaves what was received.</summary>
/// <param name="accept">Whether a received text becomes the snapshot.</param>
/// <param name="readOnly">Whether nothing is written, as on a build server.</param>
sealed class SnapshotFolder(bool accept, bool readOnly)
{
    const int LinesAround = 3;

    public static SnapshotFolder FromEnvironment() => new(IsSet("REGGEN_ACCEPT"), IsSet("CI"));

    /// <param name="stem">Path of the snapshot without <c>.verified</c> and extension.</param>
    /// <param name="extension">Its extension.</param>
    /// <param name="actual">The text to compare; line ends do not count.</param>
    public void Verify(string stem, string extension, string actual)
    {
        string verified = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string? expected = File.Exists(verified) ? Normal(File.ReadAllText(verified)) : null;
        actual = Normal(actual);
        if (actual != expected && !(accept && !readOnly))
        {
            Write(received, actual);
            throw new SnapshotMismatchException(Explain(verified, received, expected, actual));
        }

        if (actual != expected)
        {
            Write(verified, actual);
        }

        if (!readOnly)
        {
            File.Delete(received);
        }
    }

    /// <summary>Compares all that a test has made, and looks for what it no longer makes: <c>{stem}#{file}.verified.*</c> and <c>{stem}.verified.*</c>.</summary>
    public void VerifyAll(string stem, IReadOnlyList<(string Stem, string Extension, string Text)> texts)
    {
        List<string> differences = [];
        foreach ((string name, string extension, string text) in texts)
        {
            try
            {
                Verify(name, extension, text);
            }
            catch (SnapshotMismatchException difference)
            {
                differences.Add(difference.Message);
            }
        }

        string folder = Path.GetDirectoryName(stem)!, test = Path.GetFileName(stem);
        string[] made = [.. texts.Select(text => $"{Path.GetFileName(text.Stem)}.verified.{text.Extension}")];
        differences.AddRange(Orphans(Directory.GetFiles(folder, $"{test}*.verified.*")
            .Where(path => NameOf(path) is { } name && (name == test || name.StartsWith($"{test}#", StringComparison.Ordinal)) && !made.Contains(Path.GetFileName(path)))));
        if (differences.Count > 0)
        {
            throw new SnapshotMismatchException(string.Join('\n', differences));
        }
    }

    /// <summary>Looks for snapshots of no test.</summary>
    public void VerifyNoOrphans(string folder, Func<string, bool> isOfTest)
    {
        string[] orphans = [.. Orphans(Directory.GetFiles(folder, "*.verified.*").Where(path => !isOfTest(NameOf(path))))];
        if (orphans.Length > 0)
        {
            throw new SnapshotMismatchException(string.Join('\n', orphans));
        }
    }

    List<string> Orphans(IEnumerable<string> paths)
    {
        List<string> orphans = [];
        foreach (string path in paths.Order(StringComparer.Ordinal))
        {
            if (accept && !readOnly)
            {
                File.Delete(path);
            }
            else
            {
                orphans.Add($"The snapshot {Path.GetFileName(path)} belongs to nothing any more. {(readOnly ? "Delete it." : "Delete it, or run the test with REGGEN_ACCEPT=1.")}");
            }
        }

        return orphans;
    }

    static string NameOf(string path) => Path.GetFileName(path).Split(".verified.")[0];

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is "1" or "true" or "True" or "TRUE";

    static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    void Write(string path, string text)
    {
        if (!readOnly)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    string Explain(string verified, string received, string? expected, string actual)
    {
        string name = Path.GetFileName(verified);
        var text = new StringBuilder(expected is null ? $"There is no snapshot {name} yet." : $"The text differs from the snapshot {name}.");
        text.AppendLine().AppendLine(readOnly
            ? "Run the test on your machine, review the difference, and commit the snapshot."
            : $"Review {received}, then run the test with REGGEN_ACCEPT=1 to accept it.");
        foreach (string line in Differing(InlineDiffBuilder.Diff(expected ?? "", actual).Lines))
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    static IEnumerable<string> Differing(List<DiffPiece> lines)
    {
        int shown = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            int first = Math.Max(0, i - LinesAround);
            if (lines.Skip(first).Take(i + LinesAround + 1 - first).All(line => line.Type == ChangeType.Unchanged))
            {
                continue;
            }

            if (i > shown + 1)
            {
                yield return "  ...";
            }

            shown = i;
            yield return (lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }) + lines[i].Text;
        }
    }
}
