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
    readonly Dictionary<string, Window> _windowsByData = [];
    readonly HashSet<int> _wide = [];

    public AddressDecoder(DeviceMap map)
    {
        _plain = ByAddress(map.Registers, "");
        foreach (WindowMap window in map.Windows)
        {
            _windowsByData.Add(window.Data, new(window, ByAddress(window.Registers, window.Name + ".")));
        }

        foreach (RegisterMap register in map.Registers.Where(register => register.Width > 8))
        {
            _wide.UnionWith(Enumerable.Range(register.Address, register.Width / 8));
        }
    }

    /// <summary>The register that answers, or null if none does. A window's data register stands for the register behind it.</summary>
    /// <param name="offset">First port of the access, from the device's base.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits; it must be the register's, or half of 64.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    public DecodedRegister? Find(int offset, bool isWrite, int width, Func<string, ulong> word)
    {
        DecodedRegister? found = Answering(_plain[offset].Where(known => AccessWidth(known.Map!) == width), isWrite, word);
        if (found is null || !_windowsByData.TryGetValue(found.Name, out Window? window))
        {
            return found;
        }

        WindowMap map = window.Map;
        int index = (int)((word(map.Index) & map.IndexMask) >> BitOperations.TrailingZeroCount(map.IndexMask));
        return Answering(window.Registers[index], isWrite, word)
            ?? new(string.Create(CultureInfo.InvariantCulture, $"{map.Name}[0x{index:X2}]"), null);
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

    static ILookup<int, DecodedRegister> ByAddress(IReadOnlyList<RegisterMap> registers, string prefix) =>
        registers.SelectMany(register => Parts(register, prefix + register.Name)).ToLookup(part => part.Address, part => part.Register);

    static IEnumerable<(int Address, DecodedRegister Register)> Parts(RegisterMap register, string name)
    {
        yield return (register.Address, new(name, register));
        if (AccessWidth(register) < register.Width)
        {
            yield return (register.Address + 4, new(name, register, Shift: 32));
        }
    }

    // The widest access there is has 32 bits.
    static int AccessWidth(RegisterMap register) => Math.Min(register.Width, 32);

    sealed record Window(WindowMap Map, ILookup<int, DecodedRegister> Registers);
}
