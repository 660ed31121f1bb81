namespace RegGen.Compiler.Diagnostics;

enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>One kind of finding: a row of the catalogue.</summary>
/// <param name="Id"><c>RG</c> and four digits: 0 reading, 1 binding, 2 checks, 3 several files and the build.</param>
/// <param name="Severity">How bad it is, unless the project says otherwise.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Remedy">How to mend it, one sentence.</param>
sealed record Rule(string Id, Severity Severity, string Title, string Remedy);
