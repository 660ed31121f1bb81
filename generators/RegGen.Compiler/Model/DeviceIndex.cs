using System.Collections.Concurrent;

namespace RegGen.Compiler.Model;

/// <summary>The parts of a device by name. Where there are several, a name may be that of all of them, <c>Channel[#].LCR</c>, or of one, <c>Channel[1].LCR</c>.</summary>
sealed class DeviceIndex
{
    readonly DeviceModel _device;
    readonly Dictionary<string, RegisterModel> _registers;
    readonly Dictionary<string, BlockModel> _blocks;
    readonly Dictionary<string, WindowModel> _windows;
    readonly Dictionary<string, JoinedModel> _joined;
    readonly Dictionary<string, SequenceModel> _sequences;
    readonly Dictionary<string, OneShotModel> _oneShots;
    readonly ConcurrentDictionary<string, RegisterModel?> _elements = new(StringComparer.Ordinal);

    public DeviceIndex(DeviceModel device)
    {
        _device = device;
        _registers = First(device.AllRegisters.Select(register => (register.FullName, register))
            .Concat(device.AllRegisters.Where(register => register.IsDoubled).Select(register => ($"{register.FullName}[0]", register))));
        _blocks = First(device.Blocks.Select(block => (block.FullName, block)));
        _windows = First(device.Windows.Select(window => (window.FullName, window)));
        _joined = First(device.Joined.Select(joined => (joined.FullName, joined)));
        _sequences = First(device.Sequences.Select(sequence => (sequence.FullName, sequence)));
        _oneShots = First(device.OneShots.Select(bank => (bank.FullName, bank)));
        RegistersIn = device.AllRegisters.ToLookup(register => register.Owner ?? "", StringComparer.Ordinal);
        BlocksIn = device.Blocks.ToLookup(block => block.Owner ?? "", StringComparer.Ordinal);
        WindowsIn = device.Windows.ToLookup(window => window.Owner ?? "", StringComparer.Ordinal);
    }

    /// <summary>The registers that stand in something, by its full name; those of the device itself under an empty one.</summary>
    public ILookup<string, RegisterModel> RegistersIn { get; }

    /// <summary>The same of blocks.</summary>
    public ILookup<string, BlockModel> BlocksIn { get; }

    /// <summary>The same of windows.</summary>
    public ILookup<string, WindowModel> WindowsIn { get; }

    public RegisterModel? Register(string name) => _registers.TryGetValue(name, out RegisterModel? known) ? known
        : name.IndexOf('[') < 0 ? null
        : _elements.GetOrAdd(name, one => One(one, _registers) is var (register, labels) ? Elements.One(_device, register, labels) : null);

    public BlockModel? Block(string? name) => name is not null && _blocks.TryGetValue(name, out BlockModel? known) ? known : null;

    public WindowModel? Window(string? name) => Find(name, _windows, window => window.Owner, Elements.Filled);

    public JoinedModel? Joined(string name) => Find(name, _joined, joined => joined.Owner, Elements.Filled);

    public SequenceModel? Sequence(string name) => Find(name, _sequences, sequence => sequence.Owner, Elements.Filled);

    public OneShotModel? OneShot(string name) => Find(name, _oneShots, bank => bank.Owner, Elements.Filled);

    T? Find<T>(string? name, Dictionary<string, T> all, Func<T, string?> owner, Func<T, IReadOnlyList<string>, T> filled)
        where T : class =>
        name is null ? null
        : all.TryGetValue(name, out T? known) ? known
        : One(name, all) is var (several, labels) && Elements.AreOf(_device, owner(several), labels) ? filled(several, labels)
        : null;

    // Channel[1].LCR is Channel[#].LCR with the label 1. Of a doubled register, Channel[1].LBA[1], the last brackets are a part of the name.
    static (T Several, IReadOnlyList<string> Labels)? One<T>(string name, Dictionary<string, T> all) =>
        Among(name, name.Length, all) ?? (name.LastIndexOf('[') is > 0 and var last ? Among(name, last, all) : null);

    static (T Several, IReadOnlyList<string> Labels)? Among<T>(string name, int end, Dictionary<string, T> all)
    {
        List<string> labels = [];
        string several = "";
        int at = 0;
        for (int open; (open = name.IndexOf('[', at)) >= 0 && open < end && name.IndexOf(']', open) is > 0 and var close; at = close + 1)
        {
            several += name.Substring(at, open - at) + "[#]";
            labels.Add(name.Substring(open + 1, close - open - 1));
        }

        return labels.Count > 0 && all.TryGetValue(several + name.Substring(at), out T? found) ? (found, labels) : null;
    }

    // Where a name is taken twice, the first has it.
    static Dictionary<string, T> First<T>(IEnumerable<(string Name, T Part)> parts)
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach ((string name, T part) in parts)
        {
            if (!first.ContainsKey(name))
            {
                first[name] = part;
            }
        }

        return first;
    }
}
