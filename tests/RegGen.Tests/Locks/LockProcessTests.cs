using System.Diagnostics;
using System.Runtime.Versioning;
using RegGen.Locks;

namespace RegGen.Tests.Locks;

/// <summary>Real processes at one lock.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LockProcessTests : IDisposable
{
    const string Name = "test/lock";
    const string FileName = "test%2Flock.lock";
    const int Processes = 4, Turns = 200;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reggen-locks-");

    public LockProcessTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Files are locked on Linux.");

    string Folder => _folder.FullName;

    FileLock Lock => field ??= new(Name, Folder);

    [Fact]
    public void Nothing_is_lost_between_processes_that_take_the_lock() => Assert.Equal(Processes * Turns, Added(Name));

    // The proof that the test above can fail.
    [Fact]
    public void Without_it_they_lose_turns() => Assert.InRange(Added([null]), 1, (Processes * Turns) - 1);

    [Fact]
    public void A_lock_of_another_name_does_not_help() => Assert.InRange(Added(Name, "another"), 1, (Processes * Turns) - 1);

    [Fact]
    public void Who_waits_too_long_is_told_which_process_holds_it()
    {
        using var child = LockChild.Holding(Folder, Name);
        long start = Stopwatch.GetTimestamp();
        TimeSpan patience = TimeSpan.FromSeconds(0.25);
        TimeoutException late = Assert.Throws<TimeoutException>(() => Lock.Enter(patience, patience));
        Assert.InRange(Stopwatch.GetElapsedTime(start), patience, TimeSpan.FromSeconds(20));
        string name = File.ReadAllText($"/proc/{child.Id}/comm").Trim();
        Assert.Equal($"The lock '{Name}' was not free within 0.25 s: process {child.Id} ({name}) holds it, by the file {Folder}/{FileName}.", late.Message);
    }

    [Fact]
    public void The_lock_of_a_process_that_was_killed_is_free()
    {
        using var child = LockChild.Holding(Folder, Name);
        Assert.Throws<TimeoutException>(() => Lock.Enter(TimeSpan.Zero, TimeSpan.Zero));
        child.Kill();
        Lock.Enter(TimeSpan.Zero, TimeSpan.Zero);
        Lock.Exit();
    }

    [Fact]
    public void Who_waits_gets_it_when_the_holder_is_killed()
    {
        using var child = LockChild.Holding(Folder, Name);
        using Timer timer = new(_ => child.Kill(), null, TimeSpan.FromMilliseconds(100), Timeout.InfiniteTimeSpan);
        Lock.Enter(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        Lock.Exit();
    }

    [Fact]
    public void A_child_that_was_started_meanwhile_does_not_keep_it()
    {
        Lock.Enter(TimeSpan.Zero, TimeSpan.Zero);
        using var sleeper = Process.Start("sleep", "60");
        try
        {
            // As when this process ends: closed, not unlocked.
            Lock.Close();
            FileLock other = new(Name, Folder);
            other.Enter(TimeSpan.Zero, TimeSpan.Zero);
            other.Exit();
            Assert.False(sleeper.HasExited);
        }
        finally
        {
            sleeper.Kill();
        }
    }

    [Theory]
    [InlineData("077")]
    [InlineData("022")]
    [InlineData("000")]
    public void The_group_may_use_the_file_whatever_the_mask_of_its_maker(string mask)
    {
        using var child = LockChild.Holding(Folder, Name, mask);
        Assert.Equal((UnixFileMode)0b110_110_000, File.GetUnixFileMode($"{Folder}/{FileName}"));
        Assert.Equal(0, new FileInfo($"{Folder}/{FileName}").Length);
    }

    long Added(params string?[] names)
    {
        string file = Path.Combine(Folder, "number");
        File.WriteAllBytes(file, new byte[8]);
        LockChild[] children = [.. Enumerable.Range(0, Processes).Select(i => LockChild.Adding(Folder, names[i % names.Length], file, Turns))];
        try
        {
            Array.ForEach(children, child => child.Go());
            Array.ForEach(children, child => child.Succeeded());
        }
        finally
        {
            Array.ForEach(children, child => child.Dispose());
        }

        return BitConverter.ToInt64(File.ReadAllBytes(file));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
