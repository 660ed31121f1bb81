namespace RegGen.Testing.Tests;

/// <summary>The snapshot verifier: what it writes, what it says, and when it writes nothing.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("reggen").FullName;

    string Stem => Path.Combine(_folder, "Tests.Method");

    string Verified => Stem + ".verified.txt";

    string Received => Stem + ".received.txt";

    [Fact]
    public void An_equal_text_passes_and_a_stale_received_file_goes()
    {
        File.WriteAllText(Verified, "a\nb\n");
        File.WriteAllText(Received, "old");

        new SnapshotFolder(accept: false, readOnly: false).Verify(Stem, "txt", "a\nb\n");

        Assert.Equal([Verified], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Line_ends_do_not_count()
    {
        File.WriteAllText(Verified, "a\r\nb\r\n");

        new SnapshotFolder(accept: false, readOnly: false).Verify(Stem, "txt", "a\nb\n");
    }

    [Fact]
    public void Another_text_fails_with_the_lines_that_differ_and_is_left_beside_the_snapshot()
    {
        File.WriteAllText(Verified, string.Concat(Enumerable.Range(1, 20).Select(i => $"line {i}\n")));
        string actual = File.ReadAllText(Verified).Replace("line 10\n", "line ten\n", StringComparison.Ordinal);

        string message = Assert.Throws<SnapshotMismatchException>(
            () => new SnapshotFolder(accept: false, readOnly: false).Verify(Stem, "txt", actual)).Message;

        Assert.Contains("- line 10\n+ line ten\n", message.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("  line 7", message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 6", message, StringComparison.Ordinal);
        Assert.Contains("REGGEN_ACCEPT=1", message, StringComparison.Ordinal);
        Assert.Equal(actual, File.ReadAllText(Received));
        Assert.Contains("line 10\n", File.ReadAllText(Verified), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_final_line_end_is_a_difference()
    {
        File.WriteAllText(Verified, "a\n");

        Assert.Throws<SnapshotMismatchException>(() => new SnapshotFolder(accept: false, readOnly: false).Verify(Stem, "txt", "a"));
    }

    [Fact]
    public void A_first_run_fails_and_leaves_what_to_accept()
    {
        string message = Assert.Throws<SnapshotMismatchException>(
            () => new SnapshotFolder(accept: false, readOnly: false).Verify(Stem, "txt", "a\n")).Message;

        Assert.StartsWith("There is no snapshot Tests.Method.verified.txt yet.", message, StringComparison.Ordinal);
        Assert.Equal([Received], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Accepting_makes_the_text_the_snapshot()
    {
        File.WriteAllText(Verified, "a\n");
        File.WriteAllText(Received, "b\n");

        new SnapshotFolder(accept: true, readOnly: false).Verify(Stem, "txt", "c\n");

        Assert.Equal([Verified], Directory.GetFiles(_folder));
        Assert.Equal("c\n", File.ReadAllText(Verified));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_a_build_server_nothing_is_written_even_to_accept(bool accept)
    {
        File.WriteAllText(Verified, "a\n");

        Assert.Throws<SnapshotMismatchException>(() => new SnapshotFolder(accept, readOnly: true).Verify(Stem, "txt", "b\n"));

        Assert.Equal([Verified], Directory.GetFiles(_folder));
        Assert.Equal("a\n", File.ReadAllText(Verified));
    }

    [Theory]
    [InlineData("/_/tests/Some.Tests/CodeTests.cs")]
    [InlineData("/_1/tests/Some.Tests/CodeTests.cs")]
    [InlineData("C:\\other\\tests\\Some.Tests\\CodeTests.cs")]
    public void A_source_that_a_deterministic_build_has_mapped_is_found_above_the_program(string compiled)
    {
        string source = Path.Combine(_folder, "tests", "Some.Tests", "CodeTests.cs");
        string program = Path.Combine(_folder, ".artifacts", "bin", "Some.Tests", "debug");
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        Directory.CreateDirectory(program);
        File.WriteAllText(source, "");

        Assert.Equal(source, SourcePath.Find(compiled, program));
    }

    [Fact]
    public void A_source_that_is_nowhere_is_named()
    {
        string message = Assert.Throws<FileNotFoundException>(() => SourcePath.Find("/_/tests/Gone.cs", _folder)).Message;

        Assert.Contains("/_/tests/Gone.cs", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_test_makes_no_longer_fails_with_its_name()
    {
        Make("Tests.Method#A.g.verified.cs", "Tests.Method#Old.g.verified.cs", "Tests.Method.verified.txt", "Tests.Method_2#A.g.verified.cs", "Tests.MethodTwo.verified.txt");

        string message = Assert.Throws<SnapshotMismatchException>(
            () => new SnapshotFolder(accept: false, readOnly: false).VerifyAll(Stem, [($"{Stem}#A.g", "cs", "x")])).Message;

        Assert.Equal(
            "The snapshot Tests.Method#Old.g.verified.cs belongs to nothing any more. Delete it, or run the test with REGGEN_ACCEPT=1.\n" +
            "The snapshot Tests.Method.verified.txt belongs to nothing any more. Delete it, or run the test with REGGEN_ACCEPT=1.",
            message);
        Assert.Equal(5, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Everything_that_differs_is_told_at_once()
    {
        Make("Tests.Method#Old.g.verified.cs", "Tests.Method#A.g.verified.cs");

        string message = Assert.Throws<SnapshotMismatchException>(
            () => new SnapshotFolder(accept: false, readOnly: false).VerifyAll(Stem, [($"{Stem}#A.g", "cs", "y"), ($"{Stem}#B.g", "cs", "z")])).Message;

        Assert.Contains("differs from the snapshot Tests.Method#A.g.verified.cs", message, StringComparison.Ordinal);
        Assert.Contains("There is no snapshot Tests.Method#B.g.verified.cs yet", message, StringComparison.Ordinal);
        Assert.Contains("The snapshot Tests.Method#Old.g.verified.cs belongs to nothing any more", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepting_deletes_what_belongs_to_nothing()
    {
        Make("Tests.Method#Old.g.verified.cs", "Tests.Method#A.g.verified.cs", "Gone.Method.verified.txt");

        var folder = new SnapshotFolder(accept: true, readOnly: false);
        folder.VerifyAll(Stem, [($"{Stem}#A.g", "cs", "x")]);
        folder.VerifyNoOrphans(_folder, name => name.StartsWith("Tests.", StringComparison.Ordinal));

        Assert.Equal(["Tests.Method#A.g.verified.cs"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void On_a_build_server_nothing_is_deleted_either()
    {
        Make("Gone.Method.verified.txt");

        string message = Assert.Throws<SnapshotMismatchException>(() => new SnapshotFolder(accept: true, readOnly: true).VerifyNoOrphans(_folder, _ => false)).Message;

        Assert.Equal("The snapshot Gone.Method.verified.txt belongs to nothing any more. Delete it.", message);
        Assert.Single(Directory.GetFiles(_folder));
    }

    void Make(params string[] names) => Array.ForEach(names, name => File.WriteAllText(Path.Combine(_folder, name), "x"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
