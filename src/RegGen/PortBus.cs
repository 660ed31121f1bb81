using System.Diagnostics.CodeAnalysis;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen;

/// <summary>A set of granted port ranges and a way to reach them.</summary>
/// <remarks>
/// <example>
/// One device that owns its bus, and two that share one:
/// <code>
/// using var uart = Uart16550.Open(Uart16550.Bases.Com1);
///
/// using var bus = PortBus.Open(new SimulatedBackend(), Uart16550.Claim(0x2F8), Mc146818.Claim());
/// var uart = new Uart16550(bus, 0x2F8);
/// var rtc = new Mc146818(bus);
/// byte raw = bus.In8(0x2FF);
/// </code>
/// </example>
/// Single accesses may come from any thread. After <see cref="Dispose"/> every access throws
/// <see cref="ObjectDisposedException"/>; one that has already started may complete.
/// </remarks>
public sealed unsafe class PortBus : IDisposable
{
    readonly PortBackend _backend;
    PortRange[] _granted;
    Action<PortAccess>? _observers;
    bool _disposed;

    // Null unless the backend has stubs and nobody observes: an accessor then takes the detour over the backend.
    internal delegate* unmanaged[SuppressGCTransition]<uint, long> In8Stub, In16Stub, In32Stub;
    internal delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out8Stub, Out16Stub, Out32Stub;

    PortBus(PortBackend backend, PortRange[] granted)
    {
        (_backend, _granted) = (backend, granted);
        ChooseStubs();
    }

    /// <summary>Name of the backend behind the bus.</summary>
    public string BackendName => _backend.Name;

    /// <summary>The ranges that were granted.</summary>
    public IReadOnlyList<PortRange> Granted => _granted;

    /// <summary>Opens a bus on this machine's own ports, for exactly the claimed ranges.</summary>
    /// <exception cref="PortAccessException">A claim is refused; the cause and the remedy are in it.</exception>
    public static PortBus Open(params ReadOnlySpan<PortClaim> claims) => Open(PortBackend.ForThisMachine(), claims);

    /// <summary>Opens a bus over a backend, for exactly the claimed ranges. The bus owns the backend, also when a claim is refused.</summary>
    /// <exception cref="PortAccessException">A claim is refused; the cause and the remedy are in it.</exception>
    public static PortBus Open(PortBackend backend, params ReadOnlySpan<PortClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(backend);
        try
        {
            List<PortRange> granted = [];
            foreach (PortClaim claim in claims)
            {
                backend.Grant(claim);
                granted.AddRange(claim.Ranges);
            }

            return new PortBus(backend, [.. granted]);
        }
        catch
        {
            backend.Dispose();
            throw;
        }
    }

    /// <summary>Asks for further ports: those of a part whose place was not known when the bus was opened. Does nothing for ports that it has.</summary>
    /// <exception cref="PortAccessException">The claim is refused; the cause and the remedy are in it.</exception>
    public void Extend(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (_backend)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            PortRange[] wanted = [.. claim.Ranges.Where(range => !IsGranted(range))];
            if (wanted.Length > 0)
            {
                _backend.Grant(claim with { Ranges = wanted });
                _granted = [.. _granted, .. wanted];
            }
        }
    }

    /// <summary>Reads 8 bits from a granted port: the raw way out, beside the typed registers.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public byte In8(ushort port)
    {
        RequireGranted(new(false, port, PortWidth.Bits8, 0));
        return (byte)Read(port, PortWidth.Bits8);
    }

    /// <summary>Reads 16 bits from two granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public ushort In16(ushort port)
    {
        RequireGranted(new(false, port, PortWidth.Bits16, 0));
        return (ushort)Read(port, PortWidth.Bits16);
    }

    /// <summary>Reads 32 bits from four granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public uint In32(ushort port)
    {
        RequireGranted(new(false, port, PortWidth.Bits32, 0));
        return Read(port, PortWidth.Bits32);
    }

    /// <summary>Writes 8 bits to a granted port.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public void Out8(ushort port, byte value)
    {
        RequireGranted(new(true, port, PortWidth.Bits8, value));
        Write(port, PortWidth.Bits8, value);
    }

    /// <summary>Writes 16 bits to two granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out16(ushort port, ushort value)
    {
        RequireGranted(new(true, port, PortWidth.Bits16, value));
        Write(port, PortWidth.Bits16, value);
    }

    /// <summary>Writes 32 bits to four granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out32(ushort port, uint value)
    {
        RequireGranted(new(true, port, PortWidth.Bits32, value));
        Write(port, PortWidth.Bits32, value);
    }

    /// <summary>Calls <paramref name="observer"/> after every access until the result is disposed.</summary>
    /// <remarks>While anyone observes, accesses take the detour over the backend; otherwise observing costs nothing.</remarks>
    public IDisposable Observe(Action<PortAccess> observer)
    {
        lock (_backend)
        {
            _observers += observer;
            ChooseStubs();
        }

        return new Observation(this, observer);
    }

    /// <summary>Gives back the grants.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        ChooseStubs();
        _backend.Dispose();
    }

    /// <summary>Whether accesses go straight to native stubs just now.</summary>
    internal bool HasStubs => In8Stub != null;

    /// <summary>Checks once that a device's whole claim was granted; its registers are then accessed without a check.</summary>
    internal void Require(PortClaim claim)
    {
        foreach (PortRange range in claim.Ranges)
        {
            if (!IsGranted(range))
            {
                throw new PortAccessException(PortRefusal.NotGranted, claim, $"{range} was not granted to this bus ({Spell(_granted)}).",
                    "Pass the device's claim to PortBus.Open.");
            }
        }
    }

    /// <summary>Runs a program in order, as the backend sees fit.</summary>
    internal void Run(Span<PortOperation> program)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_observers is not null && HasLoops(program))
        {
            RunObserved(program);
            return;
        }

        try
        {
            _backend.Run(program);
        }
        finally
        {
            Report(program);
        }
    }

    /// <summary>The backend's clock.</summary>
    internal TimeSpan Now => _backend.Now;

    /// <summary>Waits by the backend's clock.</summary>
    internal void Pause(TimeSpan time) => _backend.Pause(time);

    // An access that is repeated has one result in the end; observers get every one of them.
    void RunObserved(Span<PortOperation> program)
    {
        for (int next = 0; next < program.Length;)
        {
            int done = next;
            next = _backend.Step(program, done);
            Report(program.Slice(done, 1));
        }
    }

    static bool HasLoops(ReadOnlySpan<PortOperation> program)
    {
        foreach (ref readonly PortOperation operation in program)
        {
            if (operation.Kind == PortOperationKind.Branch)
            {
                return true;
            }
        }

        return false;
    }

    // Also what a program did before it was refused: that is when a trace is read.
    void Report(ReadOnlySpan<PortOperation> program)
    {
        if (_observers is not { } observers)
        {
            return;
        }

        foreach (ref readonly PortOperation operation in program)
        {
            if (operation.HasRun && operation.IsAccess)
            {
                observers(new(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Result));
            }
        }
    }

    // A refused stub comes here too: the backend tries once more and says why it is refused.
    internal uint Read(ushort port, PortWidth width)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        uint value = _backend.Read(port, width);
        _observers?.Invoke(new(false, port, width, value));
        return value;
    }

    internal void Write(ushort port, PortWidth width, uint value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.Write(port, width, value);
        _observers?.Invoke(new(true, port, width, value));
    }

    internal void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.ReadBlock(port, width, values);
        ReportBlock(isWrite: false, port, width, values);
    }

    internal void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.WriteBlock(port, width, values);
        ReportBlock(isWrite: true, port, width, values);
    }

    void ReportBlock(bool isWrite, ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        for (int at = 0, bytes = (int)width / 8; _observers is { } observers && at < values.Length; at += bytes)
        {
            observers(new(isWrite, port, width, PortBackend.ValueAt(values, at, bytes)));
        }
    }

    void RequireGranted(PortAccess access)
    {
        int bytes = (int)access.Width / 8;
        if (access.Port + bytes - 1 > ushort.MaxValue || !IsGranted(new(access.Port, (ushort)(access.Port + bytes - 1))))
        {
            ThrowNotGranted(access);
        }
    }

    // Adjacent grants serve one access together, as they do in the processor's bitmap.
    bool IsGranted(PortRange wanted)
    {
        int next = wanted.First;
        while (next <= wanted.Last)
        {
            int reached = next;
            foreach (PortRange range in _granted)
            {
                if (range.Contains((ushort)next))
                {
                    reached = Math.Max(reached, range.Last + 1);
                }
            }

            if (reached == next)
            {
                return false;
            }

            next = reached;
        }

        return true;
    }

    void ChooseStubs()
    {
        NativeStubs? stubs = _disposed || _observers is not null ? null : _backend.Stubs;
        In8Stub = stubs is null ? null : stubs.In8;
        In16Stub = stubs is null ? null : stubs.In16;
        In32Stub = stubs is null ? null : stubs.In32;
        Out8Stub = stubs is null ? null : stubs.Out8;
        Out16Stub = stubs is null ? null : stubs.Out16;
        Out32Stub = stubs is null ? null : stubs.Out32;
    }

    [DoesNotReturn]
    void ThrowNotGranted(PortAccess access) => throw new PortAccessException(PortRefusal.NotGranted, access,
        $"it lies outside what was granted to this bus ({Spell(_granted)}).", "Claim the port: it belongs to no claim that PortBus.Open was given.");

    static string Spell(PortRange[] ranges) => ranges.Length == 0 ? "nothing" : string.Join(", ", ranges);

    sealed class Observation(PortBus bus, Action<PortAccess> observer) : IDisposable
    {
        bool _ended;

        public void Dispose()
        {
            lock (bus._backend)
            {
                if (!_ended)
                {
                    _ended = true;
                    bus._observers -= observer;
                    bus.ChooseStubs();
                }
            }
        }
    }
}
