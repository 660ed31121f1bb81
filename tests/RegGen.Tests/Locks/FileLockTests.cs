using System.Diagnostics;
using System.Runtime.Versioning;
using RegGen.Locks;

namespace RegGen.Tests.Locks;

/// <summary>Where the locked files may be, and that nobody can put something else into their place.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileLockTests : IDisposable
{
    const string Name = "sample";
    const UnixFileMode Mine = (UnixFileMode)0b111_000_000;

    readonly DirectoryInfo _outer = Directory.CreateTempSubdirectory("reggen-locks-");

    public FileLockTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Files are locked on Linux.");

    string Folder => Path.Combine(_outer.FullName, "reggen");

    string LockFile => Path.Combine(Folder, $"{Name}.lock");

    [Fact]
    public void One_at_a_time_holds_it()
    {
        Make(Mine);
        FileLock one = new(Name, Folder), other = new(Name, Folder), another = new("another", Folder);
        Enter(one);
        Assert.Throws<TimeoutException>(() => Enter(other));
        Enter(another);
        one.Exit();
        Enter(other);
        Assert.Throws<TimeoutException>(() => Enter(one));
        other.Exit();
        another.Exit();
    }

    [Fact]
    public void Who_waits_gets_it_when_it_is_let_go()
    {
        Make(Mine);
        FileLock one = new(Name, Folder), other = new(Name, Folder);
        Enter(one);
        using Timer timer = new(_ => one.Exit(), null, TimeSpan.FromMilliseconds(50), Timeout.InfiniteTimeSpan);
        other.Enter(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        other.Exit();
    }

    [Theory]
    [InlineData(0b111_111_000)]
    [InlineData(0b111_101_101)]
    [InlineData(0b10_111_111_000)]
    public void A_directory_that_others_may_not_write_will_do(int mode)
    {
        Make((UnixFileMode)mode);
        FileLock one = new(Name, Folder);
        Enter(one);
        one.Exit();
    }

    [Theory]
    [InlineData(0b111_111_111)]
    [InlineData(0b001_111_111_111)]
    [InlineData(0b111_000_010)]
    public void A_directory_that_everybody_may_write_is_refused(int mode)
    {
        Make((UnixFileMode)mode);
        Refused("may be written by everybody", "systemd-tmpfiles");
    }

    [Fact]
    public void A_link_to_a_directory_is_refused()
    {
        string elsewhere = Path.Combine(_outer.FullName, "elsewhere");
        Directory.CreateDirectory(elsewhere, Mine);
        Directory.CreateSymbolicLink(Folder, elsewhere);
        Refused("symbolic link or no directory", "Remove it");
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    [Fact]
    public void A_file_in_the_directorys_place_is_refused()
    {
        File.WriteAllText(Folder, "");
        Refused("symbolic link or no directory", "Remove it");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_in_the_files_place_is_refused_and_not_followed(bool dangling)
    {
        Make(Mine);
        string target = Path.Combine(_outer.FullName, "target");
        if (!dangling)
        {
            File.WriteAllText(target, "precious");
        }

        File.CreateSymbolicLink(LockFile, target);
        Refused($"{LockFile} is a symbolic link", "Remove it");
        Assert.Equal(!dangling, File.Exists(target));
    }

    [Fact]
    public void A_pipe_in_the_files_place_is_refused_and_not_waited_for()
    {
        Make(Mine);
        Do("mkfifo", LockFile);
        Refused($"{LockFile} is not a plain file", "Remove it");
    }

    [Fact]
    public void A_directory_in_the_files_place_is_refused()
    {
        Make(Mine);
        Directory.CreateDirectory(LockFile);
        Refused($"{LockFile} cannot be opened", "errno");
    }

    [Fact]
    public void A_directory_that_is_missing_is_not_made_by_a_user()
    {
        Refused($"the directory {Folder} is missing", "Install native/system/reggen.tmpfiles.conf as /etc/tmpfiles.d/reggen.conf", user: 1000);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Root_makes_it_for_itself_and_the_group()
    {
        FileLock one = new(Name, Folder, user: 0);
        try
        {
            Enter(one);
            one.Exit();
        }
        catch (PortAccessException refused) when (Libc.EffectiveUser != 0)
        {
            // It was made, by this user, who is not root.
            Assert.Contains("belongs to", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal((UnixFileMode)0b111_111_000, File.GetUnixFileMode(Folder) & (UnixFileMode)0b111_111_111);
    }

    [Fact]
    public void A_directory_of_somebody_else_is_refused()
    {
        Make(Mine);
        uint somebody = Libc.EffectiveUser + 1;
        if (Libc.EffectiveUser == 0)
        {
            // Now to a real somebody, since root may do that.
            Do("chown", "1", Folder);
            Refused("belongs to user 1,", "systemd-tmpfiles", user: 0);
            return;
        }

        Refused($"belongs to user {Libc.EffectiveUser}, neither to root nor to this user", "systemd-tmpfiles", somebody);
    }

    [Fact]
    public void The_file_belongs_to_the_group_of_its_directory()
    {
        Assert.SkipUnless(Libc.EffectiveUser == 0, "Root may give a directory to any group.");
        Make((UnixFileMode)0b111_111_000);
        Do("chgrp", "12345", Folder);
        FileLock one = new(Name, Folder);
        Enter(one);
        one.Exit();
        Assert.Equal("12345 660", Say("stat", "-c", "%g %a", LockFile));
    }

    [Fact]
    public void A_file_that_was_removed_meanwhile_keeps_nobody_out_and_is_made_anew()
    {
        Make(Mine);
        FileLock one = new(Name, Folder), other = new(Name, Folder);
        Enter(one);
        one.Exit();
        File.Delete(LockFile);
        Enter(other);
        Assert.Throws<TimeoutException>(() => Enter(one));
        other.Exit();
        Enter(one);
        Assert.Throws<TimeoutException>(() => Enter(other));
        one.Exit();
    }

    // Lines of /proc/locks: one that holds, one that waits for it, other kinds of locks.
    [Theory]
    [InlineData("1: FLOCK  ADVISORY  WRITE 812 00:1a:54321 0 EOF", 812)]
    [InlineData("1: -> FLOCK  ADVISORY  WRITE 812 00:1a:54321 0 EOF", null)]
    [InlineData("1: POSIX  ADVISORY  WRITE 812 00:1a:54321 0 EOF", null)]
    [InlineData("1: FLOCK  ADVISORY  WRITE 812 00:1b:54321 0 EOF", null)]
    [InlineData("1: FLOCK  ADVISORY  WRITE 812 00:1a:5432 0 EOF", null)]
    [InlineData("1: FLOCK  ADVISORY  WRITE -1 00:1a:54321 0 EOF", null)]
    [InlineData("", null)]
    public void The_holder_is_named_only_if_the_system_names_it(string line, int? process) =>
        Assert.Equal(process, LockHolder.Of("00:1a:54321", [line]));

    [Theory]
    [InlineData("reggen:x:987:", 987u)]
    [InlineData("reggen2:x:987:", null)]
    [InlineData("other:x:987:reggen", null)]
    [InlineData("reggen:x:", null)]
    public void The_groups_number_stands_in_its_line(string line, uint? number) =>
        Assert.Equal(number, LockFolder.NumberOf("reggen", ["root:x:0:", line, "last:x:5:"]));

    // What the kernel puts into struct statx, told by a program that nobody here wrote.
    [Fact]
    public void What_a_file_is_agrees_with_stat()
    {
        Make((UnixFileMode)0b111_101_000);
        Assert.Equal(0, Libc.OpenFolder(Folder, out var folder));
        using (folder)
        {
            FileLook look = Libc.Look(folder);
            Assert.Equal(
                Say("stat", "-c", "%h %u %g %f %i %Hd:%Ld", Folder),
                $"{look.Links} {look.Owner} {look.Group} {look.Mode:x} {look.Number} {look.DeviceMajor}:{look.DeviceMinor}");
        }
    }

    void Make(UnixFileMode mode)
    {
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, mode);
    }

    static void Enter(FileLock one) => one.Enter(TimeSpan.Zero, TimeSpan.Zero);

    void Refused(string cause, string remedy, uint? user = null)
    {
        PortAccessException refused = Assert.Throws<PortAccessException>(() => Enter(new(Name, Folder, user)));
        Assert.Equal(PortRefusal.NoLock, refused.Reason);
        Assert.StartsWith($"The lock '{Name}' cannot be shared with other processes: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(cause, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Remedy, StringComparison.Ordinal);
    }

    static void Do(string program, params string[] arguments) => Say(program, arguments);

    static string Say(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }

    public void Dispose() => _outer.Delete(recursive: true);
}
