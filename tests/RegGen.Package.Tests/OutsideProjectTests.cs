using RegGen.Rigs.Programs;

namespace RegGen.Package.Tests;

public sealed class OutsideProjectTests(PackedPackages packages)
{
    const string Expected = "divisor 12 at 0x3F8: 0x03 WordLength=Eight";

    [Fact]
    public void A_project_with_the_package_and_a_description_builds_without_warnings_and_runs()
    {
        using var project = new OutsideProject(packages);
        Assert.Contains("0 Warning(s)", project.Build().Succeeded(), StringComparison.Ordinal);
        Assert.Equal(Expected, project.Run()[0]);
        Assert.Equal("reggen", Path.GetFileName(Assert.Single(Directory.GetDirectories(project.At("obj", "packages")))));
    }

    [Fact]
    public void A_project_of_tests_has_scripts_traces_logs_and_the_generator()
    {
        using var project = OutsideProject.OfTests(packages);
        Assert.Contains("0 Warning(s)", project.Build().Succeeded(), StringComparison.Ordinal);
        Assert.Equal(["scratch 0x5A after COM1.SCR <- 0x5A", "Uart16550.g.cs True"], project.Run());
    }

    [Fact]
    public void So_it_does_when_its_devices_are_public_and_documented()
    {
        using var project = new OutsideProject(packages, "-p:RegGenAccessibility=public", "-p:GenerateDocumentationFile=true");
        Assert.Contains("0 Warning(s)", project.Build().Succeeded(), StringComparison.Ordinal);
        Assert.Equal(Expected, project.Run()[0]);
        Assert.Contains("M:Outside.Uart16550.Open", File.ReadAllText(project.At("bin", "Debug", "net10.0", "Outside.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_native_library_comes_along_and_is_found()
    {
        Assert.SkipUnless(packages.Files().Contains(PackageTests.NativeLibrary), "The package was made without a C compiler.");
        using var project = new OutsideProject(packages);
        project.Build().Succeeded();
        Assert.DoesNotContain("NoNativeLibrary", project.Run()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_the_description_is_built_and_a_wrong_one_is_an_error_at_its_line()
    {
        using var project = new OutsideProject(packages);
        project.Build().Succeeded();
        project.Edit("Com1: 0x3F8", "Com1: 0x220");
        project.Build().Succeeded();
        Assert.StartsWith("divisor 12 at 0x220", project.Run()[0], StringComparison.Ordinal);

        int line = project.Edit("Dlab: { bits: 7,", "Dlab: { bits: 8,");
        Execution wrong = project.Build();
        Assert.Equal(1, wrong.ExitCode);
        Assert.Matches($@"uart16550\.regs\.yaml\({line},\d+\): error RG\d{{4}}: .*Dlab", wrong.Output);
    }

    [Fact]
    public void A_globalconfig_switches_a_lint_on_and_the_project_decides_what_it_weighs()
    {
        using var project = new OutsideProject(packages, "-p:TreatWarningsAsErrors=false");
        int line = project.Edit("  SCR: { at: 7, reset: unknown, doc: \"Scratch: holds what is written, does nothing; the first 8250 has none.\" }", "  SCR: 7");
        Assert.DoesNotContain("RG4", project.Build().Succeeded(), StringComparison.Ordinal);

        File.WriteAllText(project.At(".globalconfig"), "is_global = true\ndotnet_diagnostic.RG4002.severity = warning\n");
        Assert.Matches($@"uart16550\.regs\.yaml\({line},3\): warning RG4002: SCR has no documentation", project.Build().Succeeded());
        Assert.DoesNotContain("RG4002", project.Build("-p:NoWarn=RG4002").Succeeded(), StringComparison.Ordinal);

        Execution error = project.Build("-p:WarningsAsErrors=RG4002");
        Assert.Equal(1, error.ExitCode);
        Assert.Contains("error RG4002", error.Output, StringComparison.Ordinal);
    }

    /// <summary>To the compiler alone it is a warning, and every generated type is gone.</summary>
    [Fact]
    public void A_generator_that_fails_fails_the_build()
    {
        using var project = new OutsideProject(packages, "-p:TreatWarningsAsErrors=false");
        project.Restore();
        string parts = project.At("obj", "packages", "reggen", packages.Version, "analyzers", "dotnet", "cs");
        File.Copy(Path.Combine(parts, "YamlDotNet.dll"), Path.Combine(parts, "RegGen.Compiler.dll"), overwrite: true);
        Execution lost = project.Build();
        Assert.Equal(1, lost.ExitCode);
        Assert.Matches("error CS878[45]: Generator 'RegisterGenerator' failed", lost.Output);
    }
}
