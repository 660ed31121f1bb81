using RegGen.Backends;
using RegGen.Claims;
using RegGen.Tracing;

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
    readonly GrantedPorts _granted;
    readonly PortObservers _observers = new();
    bool _disposed;

    // Null unless the backend has stubs and nobody observes: an accessor then takes the detour over the backend.
    internal delegate* unmanaged[SuppressGCTransition]<uint, long> In8Stub, In16Stub, In32Stub;
    internal delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out8Stub, Out16Stub, Out32Stub;

    PortBus(PortBackend backend, PortRange[] granted)
    {
        (_backend, _granted) = (backend, new(granted));
        ChooseStubs();
    }

    /// <summary>Name of the backend behind the bus.</summary>
    public string BackendName => _backend.Name;

    /// <summary>The ranges that were granted.</summary>
    public IReadOnlyList<PortRange> Granted => _granted.Ranges;

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
            PortRange[] wanted = [.. claim.Ranges.Where(range => !_granted.Contains(range))];
            if (wanted.Length > 0)
            {
                _backend.Grant(claim with { Ranges = wanted });
                _granted.Add(wanted);
            }
        }
    }

    /// <summary>Reads 8 bits from a granted port: the raw way out, beside the typed registers.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public byte In8(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits8, 0));
        return (byte)Read(port, PortWidth.Bits8);
    }

    /// <summary>Reads 16 bits from two granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public ushort In16(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits16, 0));
        return (ushort)Read(port, PortWidth.Bits16);
    }

    /// <summary>Reads 32 bits from four granted ports.</summary>
    /// <inheritdoc cref="In8"/>
    public uint In32(ushort port)
    {
        _granted.Require(new PortAccess(false, port, PortWidth.Bits32, 0));
        return Read(port, PortWidth.Bits32);
    }

    /// <summary>Writes 8 bits to a granted port.</summary>
    /// <exception cref="PortAccessException">The port is not granted, or the access failed.</exception>
    public void Out8(ushort port, byte value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits8, value));
        Write(port, PortWidth.Bits8, value);
    }

    /// <summary>Writes 16 bits to two granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out16(ushort port, ushort value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits16, value));
        Write(port, PortWidth.Bits16, value);
    }

    /// <summary>Writes 32 bits to four granted ports.</summary>
    /// <inheritdoc cref="Out8"/>
    public void Out32(ushort port, uint value)
    {
        _granted.Require(new PortAccess(true, port, PortWidth.Bits32, value));
        Write(port, PortWidth.Bits32, value);
    }

    /// <summary>Calls <paramref name="observer"/> after every access until the result is disposed.</summary>
    /// <remarks>While anyone observes, accesses take the detour over the backend; otherwise observing costs nothing.</remarks>
    public IDisposable Observe(Action<PortAccess> observer)
    {
        lock (_backend)
        {
            _observers.Add(observer);
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

    /// <summary>Whether other processes reach the same ports.</summary>
    internal bool IsShared => _backend.IsShared;

    /// <summary>Whether accesses go straight to native stubs just now.</summary>
    internal bool HasStubs => In8Stub != null;

    /// <summary>Checks once that a device's whole claim was granted; its registers are then accessed without a check.</summary>
    internal void Require(PortClaim claim) => _granted.Require(claim);

    /// <summary>Runs a program in order, as the backend sees fit.</summary>
    internal void Run(Span<PortOperation> program)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_observers.Any && HasLoops(program))
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
            _observers.Report(program);
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
            _observers.Report(program.Slice(done, 1));
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

    // A refused stub comes here too: the backend tries once more and says why it is refused.
    internal uint Read(ushort port, PortWidth width)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        uint value = _backend.Read(port, width);
        _observers.Report(new PortAccess(false, port, width, value));
        return value;
    }

    internal void Write(ushort port, PortWidth width, uint value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.Write(port, width, value);
        _observers.Report(new PortAccess(true, port, width, value));
    }

    internal void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.ReadBlock(port, width, values);
        _observers.ReportBlock(isWrite: false, port, width, values);
    }

    internal void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _backend.WriteBlock(port, width, values);
        _observers.ReportBlock(isWrite: true, port, width, values);
    }

    void ChooseStubs()
    {
        NativeStubs? stubs = _disposed || _observers.Any ? null : _backend.Stubs;
        In8Stub = stubs is null ? null : stubs.In8;
        In16Stub = stubs is null ? null : stubs.In16;
        In32Stub = stubs is null ? null : stubs.In32;
        Out8Stub = stubs is null ? null : stubs.Out8;
        Out16Stub = stubs is null ? null : stubs.Out16;
        Out32Stub = stubs is null ? null : stubs.Out32;
    }

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
                    bus._observers.Remove(observer);
                    bus.ChooseStubs();
                }
            }
        }
    }
}
