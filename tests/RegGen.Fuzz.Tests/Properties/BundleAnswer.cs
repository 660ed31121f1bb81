using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Reuse;
using RegGen.Compiler.Tests;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests.Properties;

/// <summary>The compiler's answer to files that use each other: to each a device, a library or an error, each finding inside one of the files.</summary>
static class BundleAnswer
{
    /// <summary>Asks the compiler about each file of a bundle, and checks what it says.</summary>
    /// <returns>What it says about the first one; null if there is none.</returns>
    public static Description? To(string bundle)
    {
        IReadOnlyDictionary<string, SourceFile> all = SourceFiles.ByPath(Bundles.Split(bundle).Select(file => SourceFile.Read(file.Name, file.Text)));
        Description[] answers = [.. all.Values.Select(file => Check(DeviceCompiler.Parse(SourceFiles.Of(file, all)), all))];
        return answers.FirstOrDefault();
    }

    static Description Check(Description description, IReadOnlyDictionary<string, SourceFile> all)
    {
        foreach ((string file, Span span) in description.Findings.SelectMany(finding => finding.Related.Select(related => (related.File, related.Span)).Prepend((finding.File, finding.Span))))
        {
            Positions.AssertInside(all.Values.Single(known => known.Path == file).Text.TrimStart('\uFEFF'), span);
        }

        Assert.DoesNotContain(description.Findings, finding => finding.Rule.Id == CompilerRules.Internal.Id);
        Assert.True(description.Content is null == description.HasErrors, "Neither a device or library nor an error, or both.");
        if (description.Content is { } content)
        {
            Assert.NotEmpty(content.Emit(new("Fuzz", "public")));
        }

        return description;
    }
}
