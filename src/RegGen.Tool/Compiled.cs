using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Tool;

/// <summary>What came of the files of a command.</summary>
/// <param name="Devices">The sound devices.</param>
/// <param name="Findings">What is to be said, file by file.</param>
sealed record Compiled(IReadOnlyList<DeviceModel> Devices, IReadOnlyList<Finding> Findings)
{
    public bool HasErrors => Findings.Any(finding => finding.IsError);
}
