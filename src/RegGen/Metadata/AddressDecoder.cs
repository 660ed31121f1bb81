using System.Globalization;
using System.Numerics;

namespace RegGen.Metadata;

/// <summary>Tells which register answers an access: by offset, width and direction, by bank, and by the index of a window.</summary>
/// <remarks>
/// It holds no state: the words of the selecting registers come from the caller, who knows them (the simulator) or has followed them
/// (the trace). Where the description leaves two registers alike, the first one answers.
/// </remarks>
sealed class AddressDecoder
{
    readonly Places[] _spaces;
    readonly ILookup<string, Window> _windowsByData;
    readonly HashSet<int> _wide = [];

    public AddressDecoder(DeviceMap map)
    {
        OneShotMap[] banks = [.. map.OneShots];
        _spaces = [new(map.Registers, "", null, banks), .. map.Regions.Select(region => new Places(region.Registers, region.Name + ".", null, banks))];
        _windowsByData = map.Windows.Select(window => new Window(window, new(window.Registers, window.Name + ".", window, banks)))
            .SelectMany(window => window.Map.Data.Select(data => (data, window))).ToLookup(pair => pair.data, pair => pair.window);
        for (int i = 0; i < _spaces.Length; i++)
        {
            int first = i << 16;
            foreach (RegisterMap register in (i == 0 ? map.Registers : map.Regions[i - 1].Registers).Where(register => register is { Width: > 8, Transfer: null }))
            {
                _wide.UnionWith(Enumerable.Range(first + register.Address, register.Width / 8));
                _wide.UnionWith(Enumerable.Range(first + register.PlaceFor(isWrite: true).Address, register.Width / 8));
            }
        }
    }

    /// <summary>The register that answers, or null if none does. A window's data register stands for the register behind it.</summary>
    /// <param name="address">First port of the access: an offset from the device's base, or one in a region, as <see cref="RegionDecoder"/> tells.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits; it must be the register's, or half of 64.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    /// <param name="written">What is written: constants in it tell registers at one port apart.</param>
    public DecodedRegister? Find(int address, bool isWrite, int width, Func<string, ulong> word, uint written = 0)
    {
        DecodedRegister? found = _spaces[address >> 16].Answering(address & 0xFFFF, isWrite, width, word, written);
        while (found?.Map is not null && _windowsByData.Contains(found.Name))
        {
            found = Behind(_windowsByData[found.Name], isWrite, width, word, written);
        }

        return found;
    }

    /// <summary>Whether a byte of a wider access may be done alone at this address: an 8-bit register or none stands there.</summary>
    public bool IsByteLane(int address) => !_wide.Contains(address) || _spaces[address >> 16].HasByte(address & 0xFFFF);

    // Windows may share index and data: then the index tells which is meant, and one that none of them describes is the first one's.
    static DecodedRegister Behind(IEnumerable<Window> windows, bool isWrite, int width, Func<string, ulong> word, uint written)
    {
        DecodedRegister? silent = null;
        foreach ((WindowMap map, Places registers) in windows)
        {
            int index = (int)((word(map.Index) & map.IndexMask) >> BitOperations.TrailingZeroCount(map.IndexMask));
            if (registers.Answering(index, isWrite, width, word, written) is { } found)
            {
                return found;
            }

            silent ??= new(string.Create(CultureInfo.InvariantCulture, $"{map.Name}[0x{index:X2}]"), null) { Through = map };
        }

        return silent!;
    }

    // The widest access there is has 32 bits.
    static int AccessWidth(RegisterMap register) => register.Transfer?.Width ?? Math.Min(register.Width, 32);

    sealed record Window(WindowMap Map, Places Registers);

    sealed record Place(DecodedRegister Register, PlaceMap Map, int Width);

    /// <summary>The registers of one space of addresses, by address and direction.</summary>
    sealed class Places(IReadOnlyList<RegisterMap> registers, string prefix, WindowMap? window, OneShotMap[] banks)
    {
        readonly ILookup<int, Place> _read = Of(registers.Where(register => register.CanRead), prefix, window, banks, isWrite: false);
        readonly ILookup<int, Place> _written = Of(registers.Where(register => register.CanWrite), prefix, window, banks, isWrite: true);

        public DecodedRegister? Answering(int address, bool isWrite, int? width, Func<string, ulong> word, uint written)
        {
            foreach (Place place in (isWrite ? _written : _read)[address])
            {
                if ((width is null || place.Width == width) && place.Map.Answers(word)
                    && (!isWrite || place.Register.Map!.Means(written)))
                {
                    return place.Register;
                }
            }

            return null;
        }

        public bool HasByte(int address) => _read[address].Concat(_written[address]).Any(place => place.Register.Map is { Width: 8, IsExact: false });

        // A bank that is selected for one access answers before what is there at other times.
        static ILookup<int, Place> Of(IEnumerable<RegisterMap> registers, string prefix, WindowMap? window, OneShotMap[] banks, bool isWrite) => registers
            .OrderBy(register => register.PlaceFor(isWrite).When.Any(condition => banks.Any(bank => bank.Name == condition.Register)) ? 0 : 1)
            .SelectMany(register => Parts(register, new(prefix + register.Name, register) { Through = window }, isWrite))
            .ToLookup(part => part.Address, part => part.Place);

        static IEnumerable<(int Address, Place Place)> Parts(RegisterMap register, DecodedRegister low, bool isWrite)
        {
            PlaceMap place = register.PlaceFor(isWrite);
            int whole = AccessWidth(register);
            yield return (place.Address, new(low, place, whole));
            if (register.Width > 32 && register.Transfer is null)
            {
                yield return (place.Address + 4, new(low with { Shift = 32 }, place, whole));
            }

            foreach (int width in (isWrite ? register.WriteWidths : register.ReadWidths).Where(width => width < whole))
            {
                for (int shift = 0; shift < whole; shift += width)
                {
                    yield return (place.Address + (shift / 8), new(low with { Shift = shift }, place, width));
                }
            }
        }
    }
}
