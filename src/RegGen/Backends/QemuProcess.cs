using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace RegGen.Backends;

/// <summary>A QEMU that we started: it is ended with its owner, and when our process ends.</summary>
internal sealed class QemuProcess : IDisposable
{
    const string Remedy = "Run the same command in a shell; -device help lists the devices, -M help the machines.";

    readonly Process _process;
    readonly Task<string> _complaints;
    readonly Lock _gate = new();
    bool _disposed;

    QemuProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        process.StandardInput.Close();
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _complaints = ReadTail(process.StandardError);
        AppDomain.CurrentDomain.ProcessExit += OnOurExit;
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
                socket = started.Accept(listener, options.StartTimeout);
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
            if (_disposed || !_process.WaitForExit(TimeSpan.FromSeconds(1)))
            {
                return null;
            }

            string words = _complaints.Wait(TimeSpan.FromSeconds(1)) ? _complaints.Result : "";
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
            AppDomain.CurrentDomain.ProcessExit -= OnOurExit;
            _process.Kill();
            _process.WaitForExit(TimeSpan.FromSeconds(5));
            _process.Dispose();
        }
    }

    static Socket Listen(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen(1);
            return listener;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            listener.Dispose();
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
        var start = new ProcessStartInfo(options.Program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return new(Process.Start(start)!);
        }
        catch (Win32Exception error)
        {
            const int accessDenied = 13;
            throw error.NativeErrorCode == accessDenied
                ? new PortAccessException(PortRefusal.NoPermission, $"{options.Program} may not be run: {error.Message}.",
                    "Give this user the right to execute it.", error)
                : new PortAccessException(PortRefusal.NotInstalled, $"{options.Program} cannot be started: {error.Message}.",
                    "Install QEMU (Debian and Ubuntu: the package qemu-system-x86), or name its path in QemuOptions.Program.", error);
        }
    }

    Socket Accept(Socket listener, TimeSpan timeout)
    {
        var clock = Stopwatch.StartNew();
        while (!listener.Poll(TimeSpan.FromMilliseconds(20), SelectMode.SelectRead))
        {
            if (_process.HasExited)
            {
                throw new PortAccessException(PortRefusal.Transport, WhyGone() ?? "QEMU ended.", Remedy);
            }

            if (clock.Elapsed > timeout)
            {
                throw new PortAccessException(PortRefusal.Transport, $"QEMU did not start within {timeout}.",
                    "Give it more time (QemuOptions.StartTimeout), or start it in a shell to see what holds it up.");
            }
        }

        return listener.Accept();
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

    void OnOurExit(object? sender, EventArgs arguments) => Dispose();
}
