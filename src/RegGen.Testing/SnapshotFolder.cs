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
