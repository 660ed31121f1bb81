using System.Globalization;
using System.Net.Sockets;
using System.Text.Unicode;

namespace RegGen.Backends;

/// <summary>The qtest protocol: one line asks, one line answers.</summary>
/// <remarks>
/// Once an answer is missing or wrong, nobody knows which answer belongs to which question: the connection then counts as broken,
/// and every later access is refused with the first cause.
/// </remarks>
internal sealed class QtestConnection : IDisposable
{
    // All answers of a batch must fit into the socket's buffers, else both sides would wait for each other to read.
    const int LargestBatch = 128;
    const int LongestCommand = 32;
    const string Remedy = "Dispose the backend and make a new one; the machine's state is unknown.";

    readonly QtestLines _lines;
    readonly Func<string?> _whyGone;
    readonly Lock _gate = new();
    readonly byte[] _commands = new byte[LargestBatch * LongestCommand];
    string? _broken;
    volatile bool _disposed;

    QtestConnection(QtestLines lines, Func<string?> whyGone) => (_lines, _whyGone) = (lines, whyGone);

    /// <summary>Speaks first over a connected socket, which it then owns, and makes sure that a QEMU answers.</summary>
    /// <param name="socket">The connected socket.</param>
    /// <param name="greetTimeout">How long the first answer may take.</param>
    /// <param name="answerTimeout">How long later answers may take.</param>
    /// <param name="whyGone">Asked for the reason when the other side has closed the connection.</param>
    /// <exception cref="PortAccessException">The other side does not answer as QEMU does.</exception>
    public static QtestConnection Greet(Socket socket, TimeSpan greetTimeout, TimeSpan answerTimeout, Func<string?> whyGone)
    {
        var connection = new QtestConnection(new(socket, greetTimeout), whyGone);
        try
        {
            connection._lines.Begin();
            connection._lines.Send("endianness\n"u8);
            QtestAnswer.RequireLittleEndian(connection.NextAnswer());
            connection._lines.Timeout = answerTimeout;
            return connection;
        }
        catch (IOException error)
        {
            string cause = connection.Explain(error);
            connection.Dispose();
            throw new PortAccessException(PortRefusal.Transport, $"QEMU did not answer the greeting: {cause}",
                "Check its arguments in a shell. A qtest socket serves one client at a time.", error);
        }
    }

    /// <summary>Runs a program in as few exchanges as its dependent writes allow.</summary>
    /// <param name="program">The program.</param>
    /// <param name="between">Runs an operation that touches no port; the answer is the index of the next.</param>
    /// <exception cref="PortAccessException">An access reaches past the last port (then nothing ran), or an answer is missing or wrong.</exception>
    /// <exception cref="ArgumentException">An operation takes bits from a later one.</exception>
    public void Run(Span<PortOperation> program, Between between)
    {
        for (int i = 0; i < program.Length; i++)
        {
            Check(program[i], i);
        }

        lock (_gate)
        {
            for (int next = 0; next < program.Length;)
            {
                next = program[next].IsAccess ? Exchange(program, next) : between(program, next);
            }
        }
    }

    /// <summary>Runs one operation of a program that touches no port.</summary>
    public delegate int Between(Span<PortOperation> program, int index);

    public void Dispose()
    {
        _disposed = true;
        _lines.Dispose();
    }

    int Exchange(Span<PortOperation> program, int first)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(QemuBackend));
        int next = first;
        if (_broken is not null)
        {
            throw Refused(program, next, $"the connection to QEMU broke earlier: {_broken}", null);
        }

        int end = first, length = 0;
        while (end < program.Length && end - first < LargestBatch && IsKnown(program, end, first))
        {
            length += Spell(program, end++, _commands.AsSpan(length));
        }

        try
        {
            _lines.Begin();
            SkipInterrupts();
            _lines.Send(_commands.AsSpan(0, length));
            for (; next < end; next++)
            {
                QtestAnswer.Take(NextAnswer(), ref program[next]);
                if (program[next].IsWrite)
                {
                    program[next].Result = Written(program, next);
                }
            }

            return end;
        }
        catch (Exception) when (_disposed)
        {
            throw new ObjectDisposedException(typeof(QemuBackend).FullName);
        }
        catch (IOException error)
        {
            _broken = Explain(error);
            throw Refused(program, next, _broken, error);
        }
    }

    // Anything but an interrupt line that is there before we asked would be taken for the answer.
    void SkipInterrupts()
    {
        while (_lines.HasMore())
        {
            ReadOnlySpan<byte> line = _lines.Read();
            if (!QtestAnswer.IsInterrupt(line))
            {
                throw QtestAnswer.Wrong("an answer that nobody asked for", line);
            }
        }
    }

    ReadOnlySpan<byte> NextAnswer()
    {
        ReadOnlySpan<byte> line;
        do
        {
            line = _lines.Read();
        }
        while (QtestAnswer.IsInterrupt(line));

        return line;
    }

    string Explain(IOException error) => (error is EndOfStreamException ? _whyGone() : null) ?? error.Message;

    /// <summary>Whether an operation can go out together with those before it, back to <paramref name="first"/>.</summary>
    static bool IsKnown(ReadOnlySpan<PortOperation> program, int index, int first)
    {
        PortOperation operation = program[index];
        return operation.IsAccess && (!operation.IsWrite
            || ((operation.From < first || program[operation.From].IsWrite) && (operation.Beside < first || program[operation.Beside].IsWrite)));
    }

    static int Spell(ReadOnlySpan<PortOperation> program, int index, Span<byte> command)
    {
        PortOperation operation = program[index];
        char size = operation.Width switch { PortWidth.Bits8 => 'b', PortWidth.Bits16 => 'w', _ => 'l' };
        if (!operation.IsWrite)
        {
            Utf8.TryWrite(command, CultureInfo.InvariantCulture, $"in{size} 0x{operation.Port:x}\n", out int read);
            return read;
        }

        ulong driven = Written(program, index) & QtestAnswer.Largest(operation.Width);
        Utf8.TryWrite(command, CultureInfo.InvariantCulture, $"out{size} 0x{operation.Port:x} 0x{driven:x}\n", out int written);
        return written;
    }

    // Also before it has run: only what was answered has a result, and a write may take bits from one that goes out with it.
    static ulong Written(ReadOnlySpan<PortOperation> program, int index)
    {
        PortOperation operation = program[index];
        ulong from = ResultOf(program, operation.From);
        ulong shifted = operation.Shift < 0 ? from << -operation.Shift : from >> operation.Shift;
        return (shifted & operation.Keep) | operation.Value | ResultOf(program, operation.Beside);
    }

    static ulong ResultOf(ReadOnlySpan<PortOperation> program, int index) =>
        index < 0 ? 0 : program[index].IsWrite ? Written(program, index) : program[index].Result;

    static void Check(PortOperation operation, int index)
    {
        if (operation.IsAccess && operation.Width is not (PortWidth.Bits8 or PortWidth.Bits16 or PortWidth.Bits32))
        {
            throw Refused(PortRefusal.Width, operation, operation.Value, "no port access has this width.", "Use 8, 16 or 32 bits.");
        }

        if (operation.Port + ((int)operation.Width / 8) - 1 > ushort.MaxValue)
        {
            throw Refused(PortRefusal.Width, operation, operation.Value, "it reaches past port 0xFFFF.", "Use a narrower access or a lower port.");
        }

        if (Math.Max(operation.From, operation.Beside) is var from && from >= index)
        {
            throw new ArgumentException($"Operation {index} takes bits from operation {from}, which does not precede it.");
        }
    }

    static PortAccessException Refused(ReadOnlySpan<PortOperation> program, int index, string cause, Exception? inner) =>
        Refused(PortRefusal.Transport, program[index], program[index].IsWrite ? Written(program, index) : 0, cause, Remedy, inner);

    static PortAccessException Refused(
        PortRefusal reason, PortOperation operation, ulong value, string cause, string remedy, Exception? inner = null) =>
        new(reason, new PortAccess(operation.IsWrite, operation.Port, operation.Width, (uint)value), cause, remedy, inner);
}
