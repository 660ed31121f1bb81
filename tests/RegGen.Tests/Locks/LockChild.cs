using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using RegGen.Locks;

namespace RegGen.Tests.Locks;

/// <summary>This program again, started by a test as another process that uses a lock.</summary>
sealed class LockChild : IDisposable
{
    const string Order = "REGGEN_TEST_LOCK";
    const char Separator = '\n';

    // A lock of a test is free within milliseconds; a machine under load may take longer to say so.
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    readonly Process _process;

    LockChild(string? mask, params string[] order)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = mask is null ? new(program) : new("/bin/sh", ["-c", "umask $1 && exec \"$2\"", "sh", mask, program]);
        start.Environment[Order] = string.Join(Separator, order);
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>A process that has taken the lock and keeps it until it is killed, or until its input ends.</summary>
    public static LockChild Holding(string folder, string name, string? mask = null)
    {
        LockChild child = new(mask, "hold", folder, name);
        Assert.Equal("held", child._process.StandardOutput.ReadLine());
        return child;
    }

    /// <summary>Starts a process that adds to the number in a file, once its input has a line; the steps of each turn are interrupted.</summary>
    public static LockChild Adding(string folder, string? name, string file, int turns)
    {
        LockChild child = new(null, "add", folder, name ?? "", file, turns.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("ready", child._process.StandardOutput.ReadLine());
        return child;
    }

    public void Go() => _process.StandardInput.WriteLine();

    public void Succeeded()
    {
        Assert.True(_process.WaitForExit(s_patience));
        Assert.Equal(0, _process.ExitCode);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    [ModuleInitializer]
    internal static void Run()
    {
        switch (Environment.GetEnvironmentVariable(Order)?.Split(Separator))
        {
            case ["hold", var folder, var name]:
                new FileLock(name, folder).Enter(s_patience, s_patience);
                Console.WriteLine("held");
                Console.In.ReadToEnd();
                Environment.Exit(0);
                break;
            case ["add", var folder, var name, var file, var turns]:
                Console.WriteLine("ready");
                Console.ReadLine();
                Add(name.Length == 0 ? null : new(name, new FileLock(name, folder)), file, int.Parse(turns, CultureInfo.InvariantCulture));
                Environment.Exit(0);
                break;
        }
    }

    static void Add(NamedLock? held, string file, int turns)
    {
        Span<byte> number = stackalloc byte[8];
        for (int i = 0; i < turns; i++)
        {
            using NamedLock.Hold hold = held is null ? default : held.Enter(shared: true, s_patience);
            using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            stream.ReadExactly(number);
            Thread.Sleep(i % 8 == 0 ? 1 : 0);
            BitConverter.TryWriteBytes(number, BitConverter.ToInt64(number) + 1);
            stream.Position = 0;
            stream.Write(number);
        }
    }
}
