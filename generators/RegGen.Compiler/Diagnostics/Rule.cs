namespace RegGen.Compiler.Diagnostics;

enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>One kind of finding: a row of the catalogue.</summary>
/// <param name="Id"><c>RG</c> and four digits: 0 reading, 1 binding, 2 checks, 3 several files and the build, 4 lints, 5 the C# that uses a device.</param>
/// <param name="Severity">How bad it is, unless the project says otherwise.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Remedy">How to mend it, one sentence.</param>
/// <param name="IsLint">Whether it is off until somebody switches it on.</param>
sealed record Rule(string Id, Severity Severity, string Title, string Remedy, bool IsLint = false)
{
    /// <summary>Where it is explained, under the top folder of the repository.</summary>
    public string Help => $"devices/MESSAGES.md#{Id.ToLowerInvariant()}";
}
