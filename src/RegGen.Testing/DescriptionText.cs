using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RegGen.Testing;

/// <summary>A description that is a text in memory, as the generator gets it from a project.</summary>
/// <param name="path">The file as diagnostics name it; the generator takes those that end in <c>.regs.yaml</c>.</param>
/// <param name="text">What is in it; null stands for a file that the project lists but that cannot be read.</param>
public sealed class DescriptionText(string path, string? text) : AdditionalText
{
    readonly SourceText? _text = text is null ? null : SourceText.From(text, Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>Reads a description from disk.</summary>
    /// <param name="path">The file, relative to the program or absolute. Diagnostics name it by its file name alone, so that snapshots do not
    /// depend on the machine.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DescriptionText Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = System.IO.Path.Combine(AppContext.BaseDirectory, path);
        return new(System.IO.Path.GetFileName(path), File.ReadAllText(file));
    }

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}
