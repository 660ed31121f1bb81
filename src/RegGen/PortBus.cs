using RegGen.Backends;
using RegGen.Claims;
using RegGen.Guards;
using RegGen.Recording;
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
public sealed unsafe partial class PortBus : IDisposable
{
    readonly PortBackend _backend;
    readonly GrantedPorts _granted;
    readonly ClaimRegistry _claims;
    readonly PortObservers _observers = new();
    string[] _sharing = [];
    IReadOnlyList<IDisposable> _observing = [];
    bool _disposed;

    // Null unless the backend has stubs and nobody observes: an accessor then takes the detour over the backend.
    internal delegate* unmanaged[SuppressGCTransition]<uint, long> In8Stub, In16Stub, In32Stub;
    internal delegate* unmanaged[SuppressGCTransition]<uint, uint, int> Out8Stub, Out16Stub, Out32Stub;

    PortBus(PortBackend backend, ReadOnlySpan<PortClaim> claims)
    {
        (_backend, _granted) = (backend, new([]));
        _claims = backend.ReachesThisMachine ? ClaimRegistry.Machine : new(static () => null);
        Take(claims);
        Events = BusEvents.Of(this);
    }

    /// <summary>Name of the backend behind the bus.</summary>
    public string BackendName => _backend.Name;

    /// <summary>The ranges that were granted.</summary>
    public IReadOnlyList<PortRange> Granted => _granted.Ranges;

    /// <summary>Which way was taken to this machine's ports for each claim, and why not the others. Empty on a backend that is the only way.</summary>
    public IReadOnlyList<BackendAttempt> Attempts => _backend.Attempts;

    /// <summary>Who else has ports of this bus: the owners that its claims are <see cref="PortClaim.Sharing">sharing</see> with.</summary>
    public IReadOnlyList<PortOwner> SharedWith { get; private set; } = [];

    /// <summary>How often accesses of the bus went to the driver, each time with a whole program; 0 where they need no such transition.</summary>
    public long Transitions => _backend.Transitions;

    /// <summary>Opens a bus on this machine's own ports, for exactly the claimed ranges.</summary>
    /// <exception cref="PortAccessException">A claim is refused; the cause and the remedy are in it.</exception>
    public static PortBus Open(params ReadOnlySpan<PortClaim> claims) => Open(PortBackend.ForThisMachine(), claims);

    /// <summary>Opens a bus over a backend, for exactly the claimed ranges. The bus owns the backend, also when a claim is refused.</summary>
    /// <remarks>
    /// The environment variable <c>REGGEN_BUS</c> may ask more of every bus of a program: <c>read-only</c>, <c>audit=FILE</c>, <c>trace=FILE</c> (<c>-</c> for the
    /// standard error stream), <c>record=FILE</c>, with commas between. A program with rights that its caller lacks does not look at it.
    /// </remarks>
    /// <exception cref="PortAccessException">A claim is refused, or <c>REGGEN_BUS</c> asks for what cannot be had; the cause and the remedy are in it.</exception>
    public static PortBus Open(PortBackend backend, params ReadOnlySpan<PortClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(backend);
        PortBus? bus = null;
        try
        {
            BusSwitches? asked = BusSwitches.FromEnvironment();
            backend = asked?.Around(backend) ?? backend;
            bus = new PortBus(backend, claims);
            bus._observing = asked?.Observe(bus) ?? [];
            return bus;
        }
        catch
        {
            bus?.Dispose();
            backend.Dispose();
            throw;
        }
    }

    /// <summary>Asks for further ports: those of a part whose place was not known when the bus was opened. Does nothing for ports that it has.</summary>
    /// <remarks>They may be shared with whomever the claims before are <see cref="PortClaim.Sharing">sharing</see> with.</remarks>
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
                Take([(claim with { Ranges = wanted }).Sharing(_sharing)]);
            }
        }
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
        lock (_backend)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            ChooseStubs();
            _backend.Dispose();
            _claims.Remove(this);
        }

        foreach (IDisposable ended in _observing)
        {
            ended.Dispose();
        }
    }

    /// <summary>What the bus tells the event source.</summary>
    internal BusEvents Events { get; }

    /// <summary>Whether other processes reach the same ports.</summary>
    internal bool IsShared => _backend.IsShared;

    /// <summary>Whether anyone is told of the accesses.</summary>
    internal bool IsObserved => _observers.Any;

    /// <summary>Whether accesses go straight to native stubs just now.</summary>
    internal bool HasStubs => In8Stub != null;

    /// <summary>Checks once that a device's whole claim was granted; its registers are then accessed without a check.</summary>
    internal void Require(PortClaim claim) => _granted.Require(claim);

    /// <summary>The backend's clock.</summary>
    internal TimeSpan Time => _backend.Now;

    /// <summary>The clock that polls and recovery go by.</summary>
    internal TimeSpan Now => _backend.Clock;

    /// <summary>Waits by the clock that polls go by.</summary>
    internal void Pause(TimeSpan time) => _backend.Wait(time);

    /// <summary>Waits by the clock that polls go by, and lets the thread do other work meanwhile.</summary>
    internal Task PauseAsync(TimeSpan time, CancellationToken cancellation) => _backend.WaitAsync(time, cancellation);

    /// <summary>A poll begins anew.</summary>
    internal void Turn() => _backend.Turn();

    /// <summary>Goes by the clock of a recording; null for the backend's own.</summary>
    internal void GoBy(RecordedClock? clock) => _backend.Recorded = clock;

    // All of the claims or none.
    void Take(ReadOnlySpan<PortClaim> claims)
    {
        IReadOnlyList<PortOwner> shared = _claims.Add(this, claims);
        try
        {
            foreach (PortClaim claim in claims)
            {
                _backend.Grant(claim);
                _granted.Add([.. claim.Ranges]);
                _sharing = [.. _sharing.Union(claim.SharedWith)];
            }
        }
        catch
        {
            foreach (PortClaim claim in claims)
            {
                _claims.Remove(this, claim);
            }

            throw;
        }

        SharedWith = [.. SharedWith, .. shared];
        ChooseStubs();
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
