using System.Net.Sockets;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>The ports of a machine in QEMU, over its qtest socket: real device models, no guest, no privilege.</summary>
/// <remarks>
/// <example>
/// <code>
/// using var bus = PortBus.Open(QemuBackend.Start("-device", "isa-serial,iobase=0x2f8"), Uart16550.Claim(0x2F8));
/// </code>
/// </example>
/// The machine is stopped: only accesses happen. Of a program, consecutive operations whose values are known go out in one
/// write, which is about ten times faster than one by one. After a failed access the connection is of no use any more.
/// </remarks>
public sealed class QemuBackend : PortBackend
{
    readonly QtestConnection _connection;
    readonly QemuProcess? _process;

    QemuBackend(QtestConnection connection, QemuProcess? process) => (_connection, _process) = (connection, process);

    /// <inheritdoc/>
    public override string Name => "qemu";

    /// <summary>The process that the backend started and will end, or null when it joined a running one.</summary>
    internal QemuProcess? Process => _process;

    /// <summary>Starts QEMU with a PC and the given devices. The backend owns the process and ends it on dispose and with our own process.</summary>
    /// <exception cref="PortAccessException">QEMU is not installed, ends early or does not answer in time.</exception>
    /// <exception cref="ArgumentException">An argument would detach QEMU.</exception>
    public static QemuBackend Start(params string[] deviceArguments) => Start(new QemuOptions { Arguments = deviceArguments });

    /// <summary>Starts QEMU. The backend owns the process and ends it on dispose and with our own process.</summary>
    /// <exception cref="PortAccessException">QEMU is not installed, ends early or does not answer in time.</exception>
    public static QemuBackend Start(QemuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        QemuProcess process = QemuProcess.Start(options, out Socket socket);
        try
        {
            return new(QtestConnection.Greet(socket, options.StartTimeout, options.AnswerTimeout, process.WhyGone), process);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Joins a QEMU that runs with <c>-qtest unix:PATH,server=on,wait=off</c>; it stays when the backend goes.</summary>
    /// <exception cref="PortAccessException">Nothing listens there, or what listens does not speak qtest.</exception>
    public static QemuBackend Connect(string socketPath) => Connect(socketPath, new QemuOptions().AnswerTimeout);

    /// <inheritdoc cref="Connect(string)"/>
    /// <param name="socketPath">The socket that QEMU listens on.</param>
    /// <param name="answerTimeout">How long QEMU may take to answer an access.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is not above zero, or more than an hour.</exception>
    public static QemuBackend Connect(string socketPath, TimeSpan answerTimeout)
    {
        ArgumentException.ThrowIfNullOrEmpty(socketPath);
        TimeSpan timeout = QemuOptions.Finite(answerTimeout);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // A listener whose backlog is full would hold up the connect for ever.
            socket.SendTimeout = (int)timeout.TotalMilliseconds;
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            socket.Dispose();
            PortRefusal reason = error is SocketException { SocketErrorCode: SocketError.AccessDenied } ? PortRefusal.NoPermission : PortRefusal.Transport;
            throw new PortAccessException(reason, $"The qtest socket {socketPath} cannot be joined: {error.Message}.",
                $"Start QEMU with -S -qtest unix:{socketPath},server=on,wait=off as the same user.", error);
        }

        return new(QtestConnection.Greet(socket, timeout, timeout, static () => null), null);
    }

    /// <summary>Grants every port: the machine is simulated.</summary>
    public override void Grant(PortClaim claim)
    {
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        Span<PortOperation> one = [PortOperation.In(port, width)];
        _connection.Run(one, Step);
        return (uint)one[0].Result;
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        Span<PortOperation> one = [PortOperation.Out(port, width, value)];
        _connection.Run(one, Step);
    }

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        int bytes = (int)width / 8;
        var program = new PortOperation[values.Length / bytes];
        Array.Fill(program, PortOperation.In(port, width));
        Run(program);
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = (byte)(program[at / bytes].Result >> (8 * (at % bytes)));
        }
    }

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        int bytes = (int)width / 8;
        var program = new PortOperation[values.Length / bytes];
        for (int i = 0; i < program.Length; i++)
        {
            program[i] = PortOperation.Out(port, width, ValueAt(values, i * bytes, bytes));
        }

        Run(program);
    }

    /// <inheritdoc/>
    /// <remarks>When an answer is missing or wrong, operations after the one named in the exception may have taken place.</remarks>
    public override void Run(Span<PortOperation> program) => _connection.Run(program, Step);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _connection.Dispose();
        _process?.Dispose();
        base.Dispose(disposing);
    }
}
