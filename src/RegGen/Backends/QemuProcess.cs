using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace RegGen.Backends;

/// <summary>A QEMU that we started: it is ended with its owner, and when our process ends in whatever way.</summary>
internal sealed class QemuProcess : IDisposable
{
    // No handler of ours runs when we are killed or crash, but the kernel closes our end of the pipe. The shell leaves a
    // watcher behind and becomes QEMU, so the id is QEMU's. A line says that QEMU is gone: the id may then be another's.
    const string Watched = """exec 3<&0; (read line || kill -9 $$) <&3 >/dev/null 2>&1 & exec "$0" "$@" </dev/null 3<&-""";
    const int NotExecutable = 126, NotFound = 127;

    // How long a closed connection may precede the end of the process and of its words, on a busy machine.
    static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    readonly Process _process;
    readonly Task<string> _complaints;
    readonly Lock _gate = new();
    bool _dismissed, _disposed;

    QemuProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _complaints = ReadTail(process.StandardError);

        // QEMU is gone when its error output ends. (Process.Exited waits for Dispose, which waits for Process.Exited.)
        _ = _complaints.ContinueWith(_ => DismissWatcher(), TaskScheduler.Default);
    }

    /// <summary>The process id.</summary>
    public int Id { get; }

    /// <summary>Starts QEMU and waits until it has joined our socket.</summary>
    /// <exception cref="PortAccessException">QEMU is missing, may not be run, ends early or does not join in time.</exception>
    /// <remarks>We listen and QEMU connects, so there is nothing to poll for; the socket's name is gone before anyone else can use it.</remarks>
    public static QemuProcess Start(QemuOptions options, out Socket socket)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reggen-qemu-");
        try
        {
            string path = Path.Combine(folder.FullName, "qtest");
            using Socket listener = Listen(path);
            QemuProcess started = Launch(options, path);
            try
            {
                socket = started.Accept(listener, options);
                return started;
            }
            catch
            {
                started.Dispose();
                throw;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>How the process ended, if it did: its exit code and its last words.</summary>
    public string? WhyGone()
    {
        lock (_gate)
        {
            if (_disposed || !_process.WaitForExit(LastWords))
            {
                return null;
            }

            string words = _complaints.Wait(LastWords) ? _complaints.Result : "";
            return string.Create(CultureInfo.InvariantCulture,
                $"QEMU ended with exit code {_process.ExitCode}{(words.Length == 0 ? "." : $": {words}")}");
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            DismissWatcher();
            _process.Kill();
            _process.WaitForExit(TimeSpan.FromSeconds(5));
            _process.Dispose();
        }
    }

    static Socket Listen(string path)
    {
        Socket? listener = null;
        try
        {
            // Not every system has such sockets.
            listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen(1);
            return listener;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            listener?.Dispose();
            throw new PortAccessException(PortRefusal.Transport, $"The qtest socket {path} cannot be made: {error.Message}.",
                "Let the folder for temporary files (TMPDIR) be a short, writable path.", error);
        }
    }

    static QemuProcess Launch(QemuOptions options, string path)
    {
        // In QEMU's option syntax a comma ends a value unless it is doubled.
        string socket = path.Replace(",", ",,", StringComparison.Ordinal);
        string[] arguments =
        [
            "-M", options.Machine, "-accel", "tcg", "-S", "-display", "none", "-nodefaults",
            "-qtest", $"unix:{socket}", "-qtest-log", "none", .. options.Arguments,
        ];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Watched, options.Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception error)
        {
            throw new PortAccessException(PortRefusal.Unsupported, $"QEMU is started through /bin/sh, which cannot be run: {error.Message}.",
                "Use Linux or macOS, or join a running QEMU with QemuBackend.Connect.", error);
        }
    }

    Socket Accept(Socket listener, QemuOptions options)
    {
        var clock = Stopwatch.StartNew();
        while (!listener.Poll(TimeSpan.FromMilliseconds(20), SelectMode.SelectRead))
        {
            if (_process.HasExited)
            {
                throw Ended(options.Program);
            }

            if (clock.Elapsed > options.StartTimeout)
            {
                throw new PortAccessException(PortRefusal.Transport, $"QEMU did not start within {options.StartTimeout}.",
                    "Give it more time (QemuOptions.StartTimeout), or start it in a shell to see what holds it up.");
            }
        }

        return listener.Accept();
    }

    PortAccessException Ended(string program)
    {
        string cause = WhyGone() ?? "QEMU ended.";
        return _process.ExitCode switch
        {
            NotFound => new(PortRefusal.NotInstalled, $"{program} cannot be started. {cause}",
                "Install QEMU (Debian and Ubuntu: the package qemu-system-x86), or name its path in QemuOptions.Program."),
            NotExecutable => new(PortRefusal.NoPermission, $"{program} cannot be started. {cause}", "Give this user the right to execute it."),
            _ => new(PortRefusal.Transport, cause, "Run the same command in a shell; -device help lists the devices, -M help the machines."),
        };
    }

    void DismissWatcher()
    {
        lock (_gate)
        {
            if (_dismissed)
            {
                return;
            }

            _dismissed = true;
            try
            {
                _process.StandardInput.WriteLine();
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The watcher is gone already.
            }
        }
    }

    // The end of what QEMU says is enough to explain an exit, and a bound on what it makes us keep.
    static async Task<string> ReadTail(StreamReader reader)
    {
        const int longest = 400;
        char[] piece = new char[longest];
        string tail = "";
        int count;
        while ((count = await reader.ReadAsync(piece.AsMemory()).ConfigureAwait(false)) > 0)
        {
            tail += new string(piece, 0, count);
            tail = tail[Math.Max(0, tail.Length - longest)..];
        }

        return string.Join(' ', tail.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
