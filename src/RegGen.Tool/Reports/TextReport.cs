using RegGen.Compiler.Diagnostics;

namespace RegGen.Tool.Reports;

/// <summary>A line for each finding, as compilers write it; editors and build logs find the place in it.</summary>
static class TextReport
{
    public static string Of(IReadOnlyList<Finding> findings) => string.Concat(findings.Select(finding => $"{finding}\n"));
}
