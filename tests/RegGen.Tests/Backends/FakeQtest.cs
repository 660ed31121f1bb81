using System.Net.Sockets;
using System.Text;

namespace RegGen.Tests.Backends;

/// <summary>The other side of a qtest socket, as bad as a test wants it: it reads some lines, then sends some bytes, and so on.</summary>
sealed class FakeQtest : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-qtest-");
    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly CancellationTokenSource _end = new();
    readonly List<string> _asked = [];
    readonly Task _served;

    /// <summary>Serves one client. After the last step it does what <paramref name="then"/> says.</summary>
    public FakeQtest(string greeting, Then then, params (int Lines, string Answer)[] steps)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "socket");
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen(1);
        _served = Serve([(1, greeting), .. steps], then);
    }

    /// <summary>What comes after the last step.</summary>
    public enum Then
    {
        Silence,
        Close,
        Repeat,
    }

    public string Path { get; }

    /// <summary>What the client asked after the greeting.</summary>
    public string[] Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked.Skip(1)];
            }
        }
    }

    /// <summary>Answers the greeting as QEMU does, then each line with the next answer; says nothing more at the end.</summary>
    public static FakeQtest Answering(params string[] answers) => new("OK little\n", Then.Silence, [.. answers.Select(answer => (1, answer))]);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        Assert.True(_served.Wait(TimeSpan.FromSeconds(10)), "The fake server does not end.");
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    async Task Serve((int Lines, string Answer)[] steps, Then then)
    {
        try
        {
            using Socket client = await _listener.AcceptAsync(_end.Token);
            using var stream = new NetworkStream(client);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            foreach ((int lines, string answer) in steps)
            {
                for (int i = 0; i < lines; i++)
                {
                    string? line = await reader.ReadLineAsync(_end.Token);
                    lock (_asked)
                    {
                        _asked.Add(line ?? "(closed)");
                    }
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
            }

            while (then != Then.Close)
            {
                await Task.Delay(20, _end.Token);
                if (then == Then.Repeat)
                {
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(steps[^1].Answer), _end.Token);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
        {
        }
    }
}
