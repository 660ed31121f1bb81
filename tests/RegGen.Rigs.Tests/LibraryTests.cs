using System.Text.RegularExpressions;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The native library as a file: where it can be loaded, and what it brings along.</summary>
public sealed partial class LibraryTests
{
    /// <summary>.NET 10 runs from glibc 2.27 on; a library that asks for more would not load there.</summary>
    [Fact]
    public void It_asks_for_no_C_library_that_is_newer_than_the_runtimes()
    {
        Rig.Require("objdump");
        Version[] asked = [.. Asked().Matches(Dump("-T")).Select(match => Version.Parse(match.Groups[1].Value)).Distinct()];
        Assert.NotEmpty(asked);
        Assert.All(asked, version => Assert.True(version <= new Version(2, 27), $"GLIBC_{version}"));
    }

    /// <summary>Others may hold on to its handler, the handler must not enter the lazy binder, and no stack of a program that loads it becomes executable.</summary>
    [Fact]
    public void It_is_never_unloaded_and_bound_at_once_and_needs_no_executable_stack()
    {
        Rig.Require("objdump");
        string headers = Dump("-p");
        Assert.Matches(@"FLAGS_1 +0x0*9\b", headers);
        Assert.Matches(@"STACK off.*\n.*flags rw-", headers);
    }

    static string Dump(string what) =>
        Execution.Of("objdump", [what, Path.Combine(CProgram.Build("handler"), "libreggen.so")], TimeSpan.FromSeconds(30)).Succeeded();

    [GeneratedRegex(@"GLIBC_([0-9]+\.[0-9]+)")]
    private static partial Regex Asked();
}
