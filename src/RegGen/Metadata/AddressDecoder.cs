using RegGen.Backends;

namespace RegGen.Metadata;

/// <summary>Tells which register answers an access: by offset, width and direction, by bank, and by what a window shows.</summary>
/// <remarks>
/// The words of the selecting registers come from the caller, who knows them (the simulator) or has followed them (the trace); it tells
/// of each access by <see cref="Follow"/>. Where the description leaves two registers alike, the first one answers.
/// </remarks>
sealed partial class AddressDecoder
{
    readonly Places[] _spaces;
    readonly Window[] _windows;
    readonly ILookup<string, Window> _windowsByData;
    readonly Lane[] _lanes;
    readonly HashSet<int> _wide = [];

    public AddressDecoder(DeviceMap map)
    {
        OneShotMap[] banks = [.. map.OneShots];
        _spaces = [new(map.Registers, "", null, banks), .. map.Regions.Select(region => new Places(region.Registers, region.Name + ".", null, banks))];
        _windows = [.. map.Windows.SelectMany(window => window.Ways).Select(window => new Window(new(window), new(window.Registers, window.Name + ".", window, banks)))];
        _windowsByData = ByData(_windows);
        for (int i = 0; i < _spaces.Length; i++)
        {
            int first = i << 16;
            foreach (RegisterMap register in RegistersOf(map, i).Where(register => AccessWidth(register) > 8))
            {
                int ports = (register.Transfer?.Width ?? register.Width) / 8;
                _wide.UnionWith(Enumerable.Range(first + register.Address, ports));
                _wide.UnionWith(Enumerable.Range(first + register.PlaceFor(isWrite: true).Address, ports));
            }
        }

        _lanes = [.. Enumerable.Range(0, _spaces.Length).SelectMany(i => RegistersOf(map, i)
            .Select(register => new Lane((i == 0 ? "" : map.Regions[i - 1].Name + ".") + register.Name, (i << 16) + register.Address, register))
            .Where(lane => _windowsByData[lane.Data].Any(window => window.Map.Lanes != 0)))];
    }

    AddressDecoder(AddressDecoder other)
    {
        (_spaces, _lanes, _wide) = (other._spaces, other._lanes, other._wide);
        _windows = [.. other._windows.Select(window => window with { Decoder = window.Decoder.Copy() })];
        _windowsByData = ByData(_windows);
    }

    /// <summary>The windows where the order of accesses tells what is chosen.</summary>
    public IEnumerable<WindowDecoder> Following => _windows.Select(window => window.Decoder).Where(decoder => decoder.Follows);

    /// <summary>What is chosen now, to go on from by itself.</summary>
    public AddressDecoder Copy() => new(this);

    /// <summary>The register that answers, or null if none does. A window's data register stands for the register behind it.</summary>
    /// <param name="address">First port of the access: an offset from the device's base, or one in a region, as <see cref="RegionDecoder"/> tells.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits; it must be the register's, or half of 64.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    /// <param name="written">What is written: constants in it tell registers at one port apart.</param>
    /// <param name="isEntered">Whether a window answers just now; null means that each does, since who comes late has not seen the key.</param>
    public DecodedRegister? Find(int address, bool isWrite, int width, Func<string, ulong> word, uint written = 0, Func<WindowMap, bool>? isEntered = null)
    {
        DecodedRegister? found = _spaces[address >> 16].Answering(address & 0xFFFF, isWrite, width, word, written);
        while (found?.Map is { } data && Behind(found.Name, 0, isWrite, width, word, data.IsBigEndian ? Reversed(written, width) : written, isEntered) is { } behind)
        {
            found = behind with
            {
                IsReversed = behind.IsReversed != found.IsReversed,
                Recovery = behind.Recovery > found.Recovery ? behind.Recovery : found.Recovery,
            };
        }

        return found ?? InLane(address, isWrite, width, word, written, isEntered);
    }

    /// <summary>Takes notice of an access, where the order of accesses tells what a window shows.</summary>
    /// <param name="found">What answered it.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="value">What was written.</param>
    public void Follow(DecodedRegister found, bool isWrite, uint value)
    {
        foreach (Window window in _windows)
        {
            window.Decoder.Follow(found, isWrite, value);
        }
    }

    /// <summary>Whether a byte of a wider access may be done alone at this address: an 8-bit register or none stands there, or a window of bytes.</summary>
    public bool IsByteLane(int address) =>
        !_wide.Contains(address) || _spaces[address >> 16].HasByte(address & 0xFFFF) || _lanes.Any(lane => lane.Covers(address, 8));

    static ILookup<string, Window> ByData(Window[] windows) =>
        windows.SelectMany(window => window.Map.Data.Select(data => (data, window))).ToLookup(pair => pair.data, pair => pair.window);

    static IReadOnlyList<RegisterMap> RegistersOf(DeviceMap map, int space) => space == 0 ? map.Registers : map.Regions[space - 1].Registers;

    // An access that is narrower than a data register reaches a part of what it shows.
    DecodedRegister? InLane(int address, bool isWrite, int width, Func<string, ulong> word, uint written, Func<WindowMap, bool>? isEntered)
    {
        foreach (Lane lane in _lanes)
        {
            if (lane.Covers(address, width) && lane.Register.PlaceFor(isWrite).Answers(word)
                && Behind(lane.Data, address - lane.First, isWrite, width, word, written, isEntered) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // Windows may share index and data: then the index tells which is meant, and one that none of them describes is the first one's.
    DecodedRegister? Behind(string data, int lane, bool isWrite, int width, Func<string, ulong> word, uint written, Func<WindowMap, bool>? isEntered)
    {
        DecodedRegister? silent = null;
        foreach ((WindowDecoder window, Places registers) in _windowsByData[data])
        {
            if (isEntered?.Invoke(window.Map) == false)
            {
                silent ??= new(data, null);
                continue;
            }

            if (!window.Map.IsData(data, isWrite) || (lane != 0 && window.Map.Lanes == 0) || window.Chosen(word) is not { } place
                || window.Map.Split(place) is not (var index, { } set))
            {
                continue;
            }

            index = (index & ~window.Map.Lanes) | lane;
            Func<string, ulong> own = window.Map.Within(set, word);
            DecodedRegister? found = registers.Answering(index, isWrite, width, own, written)
                ?? (window.Map.Lanes == 0 ? null : registers.Around(index, isWrite, width, own, written));
            if (found is not null)
            {
                return window.Map.Parameters.Count == 0 ? found : found with { Name = set + found.Map!.Name, Set = set };
            }

            silent ??= new(WindowDecoder.Spell(index, set), null) { Through = window.Map };
            if (window.Map.Lanes != 0 && registers.HasPartOf(index, isWrite, width, own, written))
            {
                // It is described here byte by byte: no later window is meant.
                break;
            }
        }

        return silent;
    }

    static uint Reversed(uint word, int width) => (uint)ByteOrder.Reverse(word, (PortWidth)width);

    // The widest access there is has 32 bits.
    static int AccessWidth(RegisterMap register) => register.Transfer?.Width ?? Math.Min(register.Width, 32);

    sealed record Window(WindowDecoder Decoder, Places Registers)
    {
        public WindowMap Map => Decoder.Map;
    }

    /// <summary>A data register whose bytes can be accessed one by one.</summary>
    sealed record Lane(string Data, int First, RegisterMap Register)
    {
        public bool Covers(int address, int width) => address >= First && address + (width / 8) <= First + (Register.Width / 8);
    }

    sealed record Place(DecodedRegister Register, PlaceMap Map, int Width);

    /// <summary>The registers of one space of addresses, by address and direction.</summary>
    sealed partial class Places(IReadOnlyList<RegisterMap> registers, string prefix, WindowMap? window, OneShotMap[] banks)
    {
        readonly ILookup<int, Place> _read = Of(registers.Where(register => register.CanRead), prefix, window, banks, isWrite: false);
        readonly ILookup<int, Place> _written = Of(registers.Where(register => register.CanWrite), prefix, window, banks, isWrite: true);

        public DecodedRegister? Answering(int address, bool isWrite, int? width, Func<string, ulong> word, uint written)
        {
            foreach (Place place in (isWrite ? _written : _read)[address])
            {
                if ((width is null || place.Width == width) && place.Map.Answers(word)
                    && (!isWrite || place.Register.Map!.Means(place.Register.Turned(written, place.Width))))
                {
                    return place.Register;
                }
            }

            return null;
        }

        /// <summary>A register that an access reaches in part, where addresses count bytes.</summary>
        public DecodedRegister? Around(int address, bool isWrite, int width, Func<string, ulong> word, uint written)
        {
            for (int below = 0; below < 4; below++)
            {
                for (int whole = 2 * width; whole <= 32; whole *= 2)
                {
                    if ((below * 8) + width <= whole && Answering(address - below, isWrite, whole, word, written << (below * 8)) is { } found)
                    {
                        return found with { Shift = found.Shift + (found.IsReversed ? whole - width - (below * 8) : below * 8) };
                    }
                }
            }

            return null;
        }

        /// <summary>Whether a register answers one of the bytes of an access.</summary>
        public bool HasPartOf(int address, bool isWrite, int width, Func<string, ulong> word, uint written)
        {
            for (int shift = 0; shift < width; shift += 8)
            {
                int at = address + (shift / 8);
                uint part = (written >> shift) & 0xFF;
                if ((Answering(at, isWrite, 8, word, part) ?? Around(at, isWrite, 8, word, part)) is not null)
                {
                    return true;
                }
            }

            return false;
        }

        public bool HasByte(int address) => _read[address].Concat(_written[address]).Any(place => place.Register.Map is { Width: 8, IsExact: false });

        // A bank that is selected for one access answers before what is there at other times.
        static ILookup<int, Place> Of(IEnumerable<RegisterMap> registers, string prefix, WindowMap? window, OneShotMap[] banks, bool isWrite) => registers
            .OrderBy(register => register.PlaceFor(isWrite).When.Any(condition => banks.Any(bank => bank.Name == condition.Register)) ? 0 : 1)
            .SelectMany(register => Parts(register, Decoded(register, prefix, window, isWrite), isWrite))
            .ToLookup(part => part.Address, part => part.Place);

        static IEnumerable<(int Address, Place Place)> Parts(RegisterMap register, DecodedRegister low, bool isWrite)
        {
            PlaceMap place = register.PlaceFor(isWrite);
            int whole = AccessWidth(register);
            for (int bits = 0; bits < (register.Transfer is null ? register.Width : whole); bits += whole)
            {
                yield return (place.Address + (bits / 8), new(low with { Shift = register.IsBigEndian ? register.Width - whole - bits : bits }, place, whole));
            }

            foreach (int width in (isWrite ? register.WriteWidths : register.ReadWidths).Where(width => width < whole))
            {
                for (int bits = 0; bits < whole; bits += width)
                {
                    yield return (place.Address + (bits / 8), new(low with { Shift = register.IsBigEndian ? whole - width - bits : bits }, place, width));
                }
            }
        }

        static DecodedRegister Decoded(RegisterMap register, string prefix, WindowMap? window, bool isWrite) => new(prefix + register.Name, register)
        {
            Through = window,
            IsReversed = register.IsBigEndian,
            Recovery = isWrite ? register.WriteRecovery : register.ReadRecovery,
        };
    }
}
