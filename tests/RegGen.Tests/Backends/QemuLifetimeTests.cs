using System.Diagnostics;
using System.Runtime.Versioning;
using RegGen.Backends;
using RegGen.Rigs;

namespace RegGen.Tests.Backends;

[SupportedOSPlatform("linux")]
public class QemuLifetimeTests
{
    const string Qemu = "qemu-system-x86_64";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Dispose_ends_the_process_and_nothing_is_left_behind()
    {
        Rig.Require(Qemu);
        var backend = QemuBackend.Start();
        int id = backend.Process!.Id;
        string[] arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        string folder = Path.GetDirectoryName(arguments[Array.IndexOf(arguments, "-qtest") + 1]["unix:".Length..])!;

        backend.Dispose();
        backend.Dispose();

        Assert.False(Path.Exists($"/proc/{id}"), "QEMU still runs.");
        Assert.StartsWith("reggen-qemu-", Path.GetFileName(folder), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder), $"{folder} is still there.");
        Assert.Throws<ObjectDisposedException>(() => backend.Read(0x80, PortWidth.Bits8));
    }

    [Theory]
    [InlineData("nonsense", "'nonsense' is not a valid device model name")]
    [InlineData("isa-serial,iobase=0x2f8,chardev=nope", "can't find value 'nope'")]
    public void Wrong_arguments_are_explained_in_qemus_words(string device, string cause)
    {
        Rig.Require(Qemu);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Start("-device", device));

        Assert.Equal(PortRefusal.Transport, refusal.Reason);
        Assert.Contains("exit code 1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(cause, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_machine_is_explained_in_qemus_words()
    {
        Rig.Require(Qemu);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Start(new QemuOptions { Machine = "nonsense" }));

        Assert.Contains("unsupported machine type", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_program_is_named_with_the_package_to_install()
    {
        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Start(new QemuOptions { Program = "qemu-system-none" }));

        Assert.Equal(PortRefusal.NotInstalled, refusal.Reason);
        Assert.Contains("qemu-system-none", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("qemu-system-x86", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_may_not_run_is_a_matter_of_rights()
    {
        using var program = new ShellProgram("exit 0");
        File.SetUnixFileMode(program.Path, UnixFileMode.UserRead);

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Start(new QemuOptions { Program = program.Path }));

        Assert.Equal(PortRefusal.NoPermission, refusal.Reason);
    }

    [Fact]
    public void A_qemu_that_is_killed_meanwhile_is_a_refused_access()
    {
        Rig.Require(Qemu);
        using var backend = QemuBackend.Start();
        using (var process = Process.GetProcessById(backend.Process!.Id))
        {
            process.Kill();
            process.WaitForExit(Patience);
        }

        PortAccessException first = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));
        PortAccessException second = Assert.Throws<PortAccessException>(() => backend.Read(0x80, PortWidth.Bits8));

        Assert.Equal((PortRefusal.Transport, PortRefusal.Transport), (first.Reason, second.Reason));
        Assert.Contains("exit code 137", first.Message, StringComparison.Ordinal);
        Assert.Contains("broke earlier", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_fails_leaves_no_folder()
    {
        using var program = new ShellProgram("echo \"$@\" >&2; exit 3");

        PortAccessException refusal = Assert.Throws<PortAccessException>(() => QemuBackend.Start(new QemuOptions { Program = program.Path }));

        Assert.Contains("exit code 3: -M pc", refusal.Message, StringComparison.Ordinal);
        string socket = refusal.Message.Split(' ').Single(word => word.StartsWith("unix:", StringComparison.Ordinal))["unix:".Length..];
        Assert.False(Directory.Exists(Path.GetDirectoryName(socket)), $"{Path.GetDirectoryName(socket)} is still there.");
    }

    [Fact]
    public void A_start_that_hangs_is_given_up_and_ended()
    {
        using var program = new ShellProgram("echo $$ > $0.id; exec sleep 60");

        PortAccessException refusal = Assert.Throws<PortAccessException>(() =>
            QemuBackend.Start(new QemuOptions { Program = program.Path, StartTimeout = TimeSpan.FromSeconds(2) }));

        Assert.Contains("did not start within", refusal.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists($"/proc/{File.ReadAllText(program.Path + ".id").Trim()}"), "The program still runs.");
    }

    [Theory]
    [InlineData("return")]
    [InlineData("crash")]
    [InlineData("kill")]
    public void Qemu_ends_with_our_process(string ending)
    {
        Rig.Require(Qemu);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string note = Path.Combine(folder.FullName, "id");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "RegGen.Tests")) { RedirectStandardError = true };
        start.Environment[QemuLeftBehind.Ending] = ending;
        start.Environment[QemuLeftBehind.Note] = note;
        using (var ours = Process.Start(start)!)
        {
            ours.BeginErrorReadLine();
            Assert.True(ours.WaitForExit(TimeSpan.FromSeconds(60)), "The process with the backend does not end.");
        }

        string id = File.ReadAllText(note);
        Assert.True(SpinWait.SpinUntil(() => !Path.Exists($"/proc/{id}"), Patience), $"QEMU still runs as {id}.");
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_running_qemu_is_joined_and_stays()
    {
        Rig.Require(Qemu);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string socket = Path.Combine(folder.FullName, "s");
        using var qemu = Process.Start(Qemu,
            ["-S", "-display", "none", "-nodefaults", "-serial", "null", "-qtest", $"unix:{socket},server=on,wait=off", "-qtest-log", "none"]);
        try
        {
            using (QemuBackend first = ConnectOnceItListens(socket))
            {
                first.Write(0x3FF, PortWidth.Bits8, 0x5A);
                Assert.Null(first.Process);
            }

            using var second = QemuBackend.Connect(socket);
            Assert.Equal(0x5Au, second.Read(0x3FF, PortWidth.Bits8));
        }
        finally
        {
            qemu.Kill();
            qemu.WaitForExit(Patience);
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Options_that_cannot_work_are_errors_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => QemuBackend.Start("-daemonize"));
        Assert.Throws<ArgumentException>(() => new QemuOptions { Program = " " });
        Assert.Throws<ArgumentException>(() => new QemuOptions { Machine = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QemuOptions { AnswerTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new QemuOptions { StartTimeout = Timeout.InfiniteTimeSpan });
    }

    // The socket's file is there a moment before anyone listens.
    static QemuBackend ConnectOnceItListens(string socket)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return QemuBackend.Connect(socket);
            }
            catch (PortAccessException) when (clock.Elapsed < Patience)
            {
                Thread.Sleep(10);
            }
        }
    }
}
