using System.Globalization;
using RegGen.Metadata;

namespace RegGen.Tracing;

/// <summary>Follows the accesses of one device, so that each can be decoded: the registers that select banks and indices, as far as they went over the bus.</summary>
/// <remarks>For one thread at a time.</remarks>
sealed class Follower
{
    readonly AddressDecoder _decoder;
    readonly RegionDecoder _regions;
    readonly Dictionary<string, StoredWord> _words;
    readonly OneShots _oneShots;
    readonly Lazy<IReadOnlyDictionary<string, ulong>> _selecting;

    public Follower(TracedDevice device)
    {
        (Device, _decoder, _words) = (device, new(device.Map), StoredWord.Of(device.Map));
        _oneShots = new(device.Map);
        _regions = new(device.Map, device.Port, device.Bars, WordOf);
        _selecting = new(() => SelectingBits.Of(device.Map));
    }

    Follower(Follower other)
    {
        (Device, _decoder, _words) = (other.Device, other._decoder.Copy(), other._words.ToDictionary(word => word.Key, word => word.Value.Copy()));
        _oneShots = other._oneShots.Copy();
        _regions = new(Device.Map, Device.Port, Device.Bars, WordOf);
        _selecting = other._selecting;
    }

    /// <summary>The device.</summary>
    public TracedDevice Device { get; }

    /// <summary>What answers an access, or null.</summary>
    public DecodedRegister? Find(PortAccess access)
    {
        foreach (int address in _regions.AddressesOf(access.Port))
        {
            if (_decoder.Find(address, access.IsWrite, (int)access.Width, WordOf, access.Value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Decodes an access and takes note of it; null if nothing of the device answers.</summary>
    public TraceLine? Follow(PortAccess access)
    {
        if (Find(access) is not { } found)
        {
            return null;
        }

        PortAccess turned = access with { Value = found.Turned(access.Value, (int)access.Width) };
        (string text, IReadOnlyList<TracedField> fields) = (access.SpellValue(), []);
        if (found.Map is { } silent)
        {
            RegisterMap map = silent.Known(found.Through?.Within(found.Set, WordOf) ?? WordOf);
            (text, fields) = Describe(map, Take(Of(found), turned, found), access, found);
        }

        _decoder.Follow(found, access.IsWrite, turned.Value);
        if (found.Through is { } window)
        {
            StoredWord index = _words[window.Index];
            index.Value = window.Advance(index.Value, access.IsWrite);
        }

        _oneShots.Follow(found, access.IsWrite, turned.Value);
        return new(access, Device.Name, found.NameOf((int)access.Width), text, fields);
    }

    /// <summary>Registers that would answer an access as well as the one that was found, by full name.</summary>
    public IEnumerable<string> Others(DecodedRegister found, PortAccess access) => Device.Map.AllRegisters
        .Where(known => known.Register != found.Map && found.Through is null == !known.Name.Contains('.', StringComparison.Ordinal) && found.Map is not null
            && (access.IsWrite ? known.Register.CanWrite && known.Register.Means(access.Value) : known.Register.CanRead)
            && known.Register.Width == found.Map.Width && IsSame(known.Register.PlaceFor(access.IsWrite), found.Map.PlaceFor(access.IsWrite)))
        .Select(known => known.Name);

    /// <summary>What is known so far, to follow on from by itself.</summary>
    public Follower Copy() => new(this);

    /// <summary>What a read is expected to answer; null if nothing of the device answers.</summary>
    public uint? Expected(PortAccess access)
    {
        if (Find(access) is not { } found)
        {
            return null;
        }

        int width = (int)access.Width;
        return found.Map is null ? 0 : found.Turned((uint)((Of(found).Readable & found.Reached(width)) >> found.Shift), width);
    }

    /// <summary>Whether a write only chooses what is reached.</summary>
    public bool OnlySelects(DecodedRegister register, PortAccess access)
    {
        int width = (int)access.Width;
        ulong reached = register.Reached(width);
        ulong written = ((ulong)register.Turned(access.Value, width) << register.Shift) & reached;
        bool isKey = Device.Map.Windows.SelectMany(window => window.Enter.Concat(window.Exit)).Any(key => key.Register == register.Name && (written & key.Mask) == key.Value);
        bool isOneShot = Device.Map.OneShots.Any(bank => bank.Register == register.Name && (written & bank.Mask) == bank.Bits);
        return isKey || isOneShot || (register.Map is not null && _selecting.Value.TryGetValue(register.Name, out ulong bits) && ((written ^ Of(register).Value) & reached & ~bits) == 0);
    }

    static bool IsSame(PlaceMap one, PlaceMap other) => one.Address == other.Address
        && one.When.Select(condition => (condition.Register, condition.Mask)).SequenceEqual(other.When.Select(condition => (condition.Register, condition.Mask)))
        && one.When.Zip(other.When).All(pair => pair.First.Except == pair.Second.Except && pair.First.Values.SequenceEqual(pair.Second.Values));

    static (string Text, IReadOnlyList<TracedField> Fields) Describe(RegisterMap map, ulong value, PortAccess access, DecodedRegister part)
    {
        IReadOnlyList<TracedField> fields = access.IsWrite ? map.WrittenFields(value, part.Reached((int)access.Width)) : map.ReadFields(value);
        return ("0x" + value.ToString($"X{map.Width / 4}", CultureInfo.InvariantCulture),
            part.IsReversed ? [.. fields, new("wire", access.SpellValue())] : fields);
    }

    StoredWord Of(DecodedRegister found) => found.Set is { } set ? Of(found.Through!, set, found.Name) : _words[found.Name];

    StoredWord Of(WindowMap window, string set, string name)
    {
        if (!_words.ContainsKey(name))
        {
            foreach ((string plain, StoredWord word) in StoredWord.Of(window))
            {
                _words.Add(set + plain[(window.Name.Length + 1)..], word);
            }
        }

        return _words[name];
    }

    ulong WordOf(string register) => _words.TryGetValue(register, out StoredWord? known) ? known.Value
        : Device.Map.FindSet(register) is var (window, set, _) ? Of(window, set, register).Value
        : _oneShots.WordOf(register);

    // The word as far as it is known: the halves of a wide register go over the bus one after the other.
    static ulong Take(StoredWord word, PortAccess access, DecodedRegister part)
    {
        part = word.Turn(part, access.IsWrite);
        ulong reached = part.Reached((int)access.Width);
        ulong value = (word.Value & ~reached) | (((ulong)access.Value << part.Shift) & reached);
        if (access.IsWrite)
        {
            word.ApplyWrite(value, reached);
        }
        else
        {
            word.Observe(value, reached);
            word.ApplyRead(reached);
        }

        return value;
    }
}
