using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Routes;

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
public sealed class SimulatedDevice
{
    readonly Lock _gate = new();
    readonly AddressDecoder _decoder;
    readonly RegionDecoder _regions;
    readonly OneShots _oneShots;
    readonly Dictionary<string, SimulatedRegister> _registers = [];
    readonly Dictionary<string, SimulatedLock> _locks;
    readonly Dictionary<string, SimulatedLock> _doors;
    readonly Func<string, ulong> _word;
    TimeSpan _ready = TimeSpan.MinValue;

    internal SimulatedDevice(DeviceMap map, ushort port, IReadOnlyDictionary<string, ushort> bars)
    {
        Map = map;
        Claim = PortClaim.At(map.Name, port, [.. map.Claim.Ranges.Select(range => (range.First, range.Last))]);
        _decoder = new(map);
        Add(StoredWord.Of(map), name => name);
        _locks = map.Locks.ToDictionary(known => known.Name, known => new SimulatedLock(known.Unlock, known.Relock));
        _doors = map.Windows.Where(window => window.Enter.Count > 0).ToDictionary(window => window.Name, window => new SimulatedLock(window.Enter, window.Exit));
        _oneShots = new(map);
        _word = name => _registers.TryGetValue(name, out SimulatedRegister? known) ? known.Value
            : map.FindSet(name) is var (window, set, _) ? Of(window, set, name).Value
            : _oneShots.WordOf(name);
        _regions = new(map, port, bars, _word);
    }

    /// <summary>The description that the device behaves by.</summary>
    public DeviceMap Map { get; }

    /// <summary>The ports that the device answers at.</summary>
    public PortClaim Claim { get; }

    /// <summary>Accesses that came before the device had recovered from the one before, as <c>recovery:</c> demands. They are answered all the same.</summary>
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

    internal bool Covers(ushort port)
    {
        lock (_gate)
        {
            return Claim.Ranges.Any(range => range.Contains(port)) || (Map.Regions.Count > 0 && _regions.AddressesOf(port).Any(address => address > ushort.MaxValue));
        }
    }

    internal bool IsByteLane(ushort port)
    {
        lock (_gate)
        {
            return _regions.AddressesOf(port).All(_decoder.IsByteLane);
        }
    }

    /// <summary>Reads the register of this width at a port; null if none answers.</summary>
    internal uint? Read(ushort port, int width, TimeSpan now)
    {
        lock (_gate)
        {
            if (Find(port, isWrite: false, width) is not { } found)
            {
                return null;
            }

            Recover(found.Recovery, now);
            uint? answer = found.Map is null ? null : found.Turned(Of(found).AnswerRead(found, width), width);
            _decoder.Follow(found, isWrite: false, 0);
            Advance(found.Through, isWrite: false);
            _oneShots.Follow(found, isWrite: false, 0);
            return answer;
        }
    }

    /// <summary>Writes the register of this width at a port; false if none answers.</summary>
    internal bool Write(ushort port, int width, uint value, TimeSpan now)
    {
        lock (_gate)
        {
            if (Find(port, isWrite: true, width, value) is not { } found)
            {
                return false;
            }

            Recover(found.Recovery, now);
            if (found.Map is not null && !IsLocked(found.Map))
            {
                ulong written = Of(found).TakeWrite(found, width, found.Turned(value, width));
                foreach (SimulatedLock known in _locks.Values.Concat(_doors.Values))
                {
                    known.Observe(found.Name, written);
                }
            }

            _decoder.Follow(found, isWrite: true, found.Turned(value, width));
            Advance(found.Through, isWrite: true);
            _oneShots.Follow(found, isWrite: true, found.Turned(value, width));
            return found.Map is not null;
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
            _registers.Add(rename(name), new SimulatedRegister(_gate, word, [.. shared[name]], previous));
        }
    }

    bool IsLocked(RegisterMap register) => register.Lock is { } name && !_locks[name].IsOpen;

    bool IsEntered(WindowMap window) => !_doors.TryGetValue(window.Name, out SimulatedLock? door) || door.IsOpen;

    void Recover(TimeSpan time, TimeSpan now)
    {
        EarlyAccesses += now < _ready ? 1 : 0;
        if (time > TimeSpan.Zero)
        {
            _ready = now + time;
        }
    }

    void Advance(WindowMap? window, bool isWrite)
    {
        if (window is { Increment: not Increment.None })
        {
            SimulatedRegister index = _registers[window.Index];
            index.Value = window.Advance(index.Value, isWrite);
        }
    }

    DecodedRegister? Find(ushort port, bool isWrite, int width, uint written = 0)
    {
        foreach (int address in _regions.AddressesOf(port))
        {
            if (_decoder.Find(address, isWrite, width, _word, written, IsEntered) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
