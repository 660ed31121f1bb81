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
    readonly ILookup<int, DecodedRegister> _plain;
    readonly ILookup<string, Window> _windowsByData;
    readonly HashSet<int> _wide = [];

    public AddressDecoder(DeviceMap map)
    {
        List<(int Address, DecodedRegister Register)> plain = [.. map.Registers.SelectMany(register => Parts(register.Address, register, register.Name))];
        for (int i = 0; i < map.Regions.Count; i++)
        {
            RegionMap region = map.Regions[i];
            int first = (i + 1) << 16;
            plain.AddRange(region.Registers.SelectMany(register => Parts(first + register.Address, register, $"{region.Name}.{register.Name}")));
        }

        _plain = plain.ToLookup(placed => placed.Address, placed => placed.Register);
        _windowsByData = map.Windows.Select(window => new Window(window, Behind(window)))
            .SelectMany(window => window.Map.Data.Select(data => (data, window))).ToLookup(pair => pair.data, pair => pair.window);
        foreach ((int address, DecodedRegister register) in plain.Where(placed => placed.Register.Map!.Width > 8))
        {
            _wide.UnionWith(Enumerable.Range(address, AccessWidth(register.Map!) / 8));
        }
    }

    /// <summary>The register that answers, or null if none does. A window's data register stands for the register behind it.</summary>
    /// <param name="offset">First port of the access: from the device's base, or in a region, as <see cref="RegionDecoder"/> tells.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits; it must be the register's, or half of 64.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    public DecodedRegister? Find(int offset, bool isWrite, int width, Func<string, ulong> word)
    {
        DecodedRegister? found = Answering(_plain[offset].Where(known => AccessWidth(known.Map!) == width), isWrite, word);
        while (found?.Map is not null && _windowsByData.Contains(found.Name))
        {
            found = Behind(_windowsByData[found.Name], isWrite, width, word);
        }

        return found;
    }

    /// <summary>Whether a byte of a wider access may be done alone at this offset: an 8-bit register or none stands there.</summary>
    public bool IsByteLane(int offset) => !_wide.Contains(offset) || _plain[offset].Any(known => known.Map!.Width == 8);

    static DecodedRegister? Answering(IEnumerable<DecodedRegister> among, bool isWrite, Func<string, ulong> word)
    {
        foreach (DecodedRegister candidate in among)
        {
            RegisterMap map = candidate.Map!;
            if ((isWrite ? map.CanWrite : map.CanRead) && (map.When is not { } when || (word(when.Register) & when.Mask) == when.Value))
            {
                return candidate;
            }
        }

        return null;
    }

    // Windows may share index and data: then the index tells which is meant, and one that none of them describes is the first one's.
    static DecodedRegister Behind(IEnumerable<Window> windows, bool isWrite, int width, Func<string, ulong> word)
    {
        DecodedRegister? silent = null;
        foreach ((WindowMap map, ILookup<int, DecodedRegister> registers) in windows)
        {
            int index = (int)((word(map.Index) & map.IndexMask) >> BitOperations.TrailingZeroCount(map.IndexMask));
            if (Answering(registers[index].Where(known => known.Map!.Width == width), isWrite, word) is { } found)
            {
                return found;
            }

            silent ??= new(string.Create(CultureInfo.InvariantCulture, $"{map.Name}[0x{index:X2}]"), null) { Through = map };
        }

        return silent!;
    }

    static ILookup<int, DecodedRegister> Behind(WindowMap window) => window.Registers.ToLookup(
        register => register.Address, register => new DecodedRegister($"{window.Name}.{register.Name}", register) { Through = window });

    static IEnumerable<(int Address, DecodedRegister Register)> Parts(int address, RegisterMap register, string name)
    {
        yield return (address, new(name, register));
        if (AccessWidth(register) < register.Width)
        {
            yield return (address + 4, new(name, register, Shift: 32));
        }
    }

    // The widest access there is has 32 bits.
    static int AccessWidth(RegisterMap register) => Math.Min(register.Width, 32);

    sealed record Window(WindowMap Map, ILookup<int, DecodedRegister> Registers);
}
