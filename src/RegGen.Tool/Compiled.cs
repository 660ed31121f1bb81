using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;

namespace RegGen.Tool;

/// <summary>What came of the files of a command.</summary>
/// <param name="Sound">What the files without errors describe.</param>
/// <param name="Findings">What is to be said, file by file.</param>
sealed record Compiled(IReadOnlyList<Described> Sound, IReadOnlyList<Finding> Findings)
{
    public bool HasErrors => Findings.Any(finding => finding.IsError);
}
