using System.Diagnostics;
using System.Net.Sockets;

namespace RegGen.Backends;

/// <summary>Lines over a socket, with a bound on their length and on the time they take.</summary>
/// <remarks>Every failure is an <see cref="IOException"/>; <see cref="EndOfStreamException"/> when the other side is gone.</remarks>
internal sealed class QtestLines : IDisposable
{
    const int LongestLine = 256;

    readonly Socket _socket;
    readonly byte[] _buffer = new byte[4096];
    TimeSpan _timeout;
    long _began;
    int _start, _end;

    public QtestLines(Socket socket, TimeSpan timeout)
    {
        _socket = socket;
        Timeout = timeout;
    }

    /// <summary>How long one exchange may take, from its begin to its last answer.</summary>
    public TimeSpan Timeout
    {
        get => _timeout;
        set
        {
            _timeout = value;
            _socket.SendTimeout = _socket.ReceiveTimeout = (int)value.TotalMilliseconds;
        }
    }

    /// <summary>Starts the clock of an exchange.</summary>
    public void Begin() => _began = Stopwatch.GetTimestamp();

    /// <summary>Whether something has come that was not read yet.</summary>
    public bool HasMore()
    {
        try
        {
            return _end > _start || _socket.Available > 0;
        }
        catch (SocketException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>Sends everything.</summary>
    public void Send(ReadOnlySpan<byte> request)
    {
        try
        {
            while (!request.IsEmpty)
            {
                CheckTime();
                request = request[_socket.Send(request, SocketFlags.None)..];
            }
        }
        catch (SocketException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>Reads a line, without its end; it is valid until the next call.</summary>
    public ReadOnlySpan<byte> Read()
    {
        int length;
        while ((length = _buffer.AsSpan(_start.._end).IndexOf((byte)'\n')) < 0 && _end - _start <= LongestLine)
        {
            Receive();
        }

        if (length is < 0 or > LongestLine)
        {
            throw new IOException($"a line of more than {LongestLine} bytes came.");
        }

        ReadOnlySpan<byte> line = _buffer.AsSpan(_start, length);
        _start += length + 1;
        return line;
    }

    public void Dispose() => _socket.Dispose();

    void Receive()
    {
        CheckTime();
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        try
        {
            int count = _socket.Receive(_buffer.AsSpan(_end), SocketFlags.None);
            _end += count > 0 ? count : throw new EndOfStreamException("the other side closed the connection.");
        }
        catch (SocketException error)
        {
            throw Failed(error);
        }
    }

    // One send or receive may take the whole time, so that it needs no new socket option; together they may not.
    void CheckTime()
    {
        if (Stopwatch.GetElapsedTime(_began) > _timeout)
        {
            throw TooLate(null);
        }
    }

    IOException Failed(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.TimedOut or SocketError.WouldBlock => TooLate(error),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown =>
            new EndOfStreamException("the other side closed the connection.", error),
        _ => new IOException($"the socket failed: {error.Message}.", error),
    };

    IOException TooLate(Exception? inner) => new($"no answer came within {_timeout.TotalSeconds:0.###} s.", inner);
}
