using RegGen.Claims;
using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>A device that behaves as its description says: each register stores a word, and each bit follows its access.</summary>
/// <remarks>
/// <example>
/// What the description cannot say is added with hooks. A UART whose transmitter is wired to its receiver:
/// <code>
/// SimulatedDevice uart = backend.Add(Uart16550.Map, 0x2F8);
/// uart["LSR"] = 0x60;
/// uart.On("THR").Write(sent => { uart["RBR"] = sent; uart["LSR"] |= 1; });
/// uart.On("RBR").Read(stored => { uart["LSR"] &amp;= ~1u; return stored; });
/// </code>
/// </example>
/// Registers start with their reset value, 0 where it is unknown. A bank follows the stored word of its selecting register, a window
/// that of its index register, also where that register cannot be read; one that is chosen by steps, what their accesses leave there, and
/// where it has parameters, each set of them has registers of its own. A place without a register that can be read reads all ones;
/// one without a register that can be written ignores writes. A register that must be unlocked ignores them until its key has been written,
/// and a window that must be entered does not answer at all until then, where the description tells the key beforehand. Any thread may access the device: one gate orders the accesses, hooks
/// included. Hooks of two devices that touch each other from two threads can therefore wait for each other.
/// </remarks>
public sealed partial class SimulatedDevice
{
    const int MostPorts = 1024;

    readonly Lock _gate = new();
    readonly AddressDecoder _decoder;
    readonly RegionDecoder _regions;
    readonly OneShots _oneShots;
    readonly Dictionary<string, SimulatedRegister> _registers = [];
    readonly Dictionary<string, SimulatedLock> _locks;
    readonly Dictionary<string, SimulatedLock> _doors;
    readonly Func<string, ulong> _word;
    readonly SelectionState _selection;
    readonly SelectionViews _views;
    readonly MisuseLog _log;
    readonly Func<TimeSpan> _now;
    readonly IReadOnlyDictionary<string, ushort> _bars;
    readonly int _first, _ports;
    readonly bool _recovers, _tellsByValue;
    Answer?[] _view;
    bool _isHooked;
    TimeSpan _ready = TimeSpan.MinValue;

    internal SimulatedDevice(DeviceMap map, SimulatedPlace place, MisuseLog log, Func<TimeSpan> now)
    {
        (Map, _log, _now, _bars) = (map, log, now, place.Bars);
        Claim = PortClaim.At(map.Name, place.Port, [.. map.Claim.Ranges.Select(range => (range.First, range.Last))]);
        _decoder = new(map);
        Add(StoredWord.Of(map), name => name);
        _locks = map.Locks.ToDictionary(known => known.Name, known => new SimulatedLock(known.Unlock, known.Relock));
        _doors = map.Windows.Where(window => window.Enter.Count > 0).ToDictionary(window => window.Name, window => new SimulatedLock(window.Enter, window.Exit));
        _oneShots = new(map);
        _word = name => _registers.TryGetValue(name, out SimulatedRegister? known) ? known.Value
            : map.FindSet(name) is var (window, set, _) ? Of(window, set, name).Value
            : _oneShots.WordOf(name);
        _regions = new(map, place.Port, place.Bars, _word);
        _recovers = map.AllRegisters.Any(known => known.Register.ReadRecovery > TimeSpan.Zero || known.Register.WriteRecovery > TimeSpan.Zero);
        _tellsByValue = map.AllRegisters.Any(known => known.Register.CanWrite && known.Register.Fields.Any(field => field.Constant is not null));
        _selection = new(map, _registers, _oneShots, _decoder, _doors.Values);

        // Ports far apart have their answers found anew each time.
        bool isNear = Claim.Ranges.Count > 0 && Claim.Ranges[^1].Last - Claim.Ranges[0].First < MostPorts;
        (_first, _ports) = _selection.IsComplete && isNear ? (Claim.Ranges[0].First, Claim.Ranges[^1].Last + 1 - Claim.Ranges[0].First) : (0, 0);
        _views = new(_ports);
        _view = _views.Of(_selection.Take());
        _initial = Save();
    }

    /// <summary>The description that the device behaves by.</summary>
    public DeviceMap Map { get; }

    /// <summary>The ports that the device answers at.</summary>
    public PortClaim Claim { get; }

    /// <summary>Accesses that came before the device had recovered from the one before, as <c>recovery:</c> demands. They are answered all the same, but for strict mode.</summary>
    public int EarlyAccesses { get; private set; }

    /// <summary>The stored word of a register; one in a window as <c>Window.Register</c>, with parameters as <c>Window(0,1,2).Register</c>. Has no effects and runs no hooks.</summary>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The word is wider than the register.</exception>
    public ulong this[string register]
    {
        get => On(register).Value;
        set => On(register).Value = value;
    }

    /// <summary>The register to add behaviour to; one in a window as <c>Window.Register</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    public SimulatedRegister On(string register)
    {
        ArgumentNullException.ThrowIfNull(register);
        lock (_gate)
        {
            if (_registers.TryGetValue(register, out SimulatedRegister? found))
            {
                return found;
            }

            if (Map.FindSet(register) is var (window, set, name) && window.Registers.Any(known => known.Name == name))
            {
                return Of(window, set, set + name);
            }
        }

        string hint = Map.Windows.FirstOrDefault(window => window.Parameters.Count > 0 && register.StartsWith(window.Name + ".", StringComparison.Ordinal)) is { } several
            ? $"; it has one for each {string.Join(", ", several.Parameters.Select(parameter => parameter.Name))}, such as {several.SetOf([.. several.Parameters.Select(parameter => parameter.First)])}{register[(several.Name.Length + 1)..]}"
            : "";
        throw new KeyNotFoundException($"{Map.Name} has no register {register}{hint}.");
    }

    /// <summary>Whether a part of the device has a place that moves, so that ports beside its claim may be its own.</summary>
    internal bool HasRegions => Map.Regions.Count > 0;

    internal bool Covers(ushort port)
    {
        lock (_gate)
        {
            return Claim.Ranges.Any(range => range.Contains(port)) || (HasRegions && _regions.AddressesOf(port).Any(address => address > ushort.MaxValue));
        }
    }

    internal bool IsByteLane(ushort port)
    {
        lock (_gate)
        {
            return _regions.AddressesOf(port).All(_decoder.IsByteLane);
        }
    }

    /// <summary>Changes what registers hold, from outside.</summary>
    internal void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Reselect();
        }
    }

    /// <summary>Changes how registers behave.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isHook">Whether code of the user's will run, which may change any register.</param>
    internal void Behave(Action change, bool isHook)
    {
        lock (_gate)
        {
            _isHooked |= isHook;
            change();
            Forget();
        }
    }

    /// <summary>Finds anew what answers.</summary>
    internal void Forget()
    {
        lock (_gate)
        {
            _views.Clear();
            _view = _views.Of(_selection.Take());
        }
    }

    SimulatedRegister Of(DecodedRegister found) => found.Set is { } set ? Of(found.Through!, set, found.Name) : _registers[found.Name];

    // A set of registers is there once it is first touched.
    SimulatedRegister Of(WindowMap window, string set, string name)
    {
        if (!_registers.ContainsKey(name))
        {
            Add(StoredWord.Of(window), plain => set + plain[(window.Name.Length + 1)..]);
        }

        return _registers[name];
    }

    void Add(Dictionary<string, StoredWord> words, Func<string, string> rename)
    {
        ILookup<string, SharedBytes> shared = SharedBytes.Of(words);
        foreach ((string name, StoredWord word) in words)
        {
            StoredWord? previous = word.Map.Previous is { } doubled ? words[doubled] : null;
            _registers.Add(rename(name), new SimulatedRegister(this, word, [.. shared[name]], previous));
        }
    }
}
