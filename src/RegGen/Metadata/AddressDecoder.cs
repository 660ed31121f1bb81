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
    readonly Places _plain;
    readonly Dictionary<string, Window> _windowsByData = [];
    readonly HashSet<int> _wide = [];

    public AddressDecoder(DeviceMap map)
    {
        _plain = new(map.Registers, "");
        foreach (WindowMap window in map.Windows)
        {
            _windowsByData.Add(window.Data, new(window, new(window.Registers, window.Name + ".")));
        }

        foreach (RegisterMap register in map.Registers.Where(register => register.Width > 8))
        {
            _wide.UnionWith(Enumerable.Range(register.Address, register.Width / 8));
            _wide.UnionWith(Enumerable.Range(register.PlaceFor(isWrite: true).Address, register.Width / 8));
        }
    }

    /// <summary>The register that answers, or null if none does. A window's data register stands for the register behind it.</summary>
    /// <param name="offset">First port of the access, from the device's base.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits; it must be the register's, or half of 64.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    /// <param name="written">What is written: constants in it tell registers at one port apart.</param>
    public DecodedRegister? Find(int offset, bool isWrite, int width, Func<string, ulong> word, uint written = 0)
    {
        DecodedRegister? found = _plain.Answering(offset, isWrite, width, word, written);
        if (found is null || !_windowsByData.TryGetValue(found.Name, out Window? window))
        {
            return found;
        }

        WindowMap map = window.Map;
        int index = (int)((word(map.Index) & map.IndexMask) >> BitOperations.TrailingZeroCount(map.IndexMask));
        return window.Registers.Answering(index, isWrite, null, word, written)
            ?? new(string.Create(CultureInfo.InvariantCulture, $"{map.Name}[0x{index:X2}]"), null);
    }

    /// <summary>Whether a byte of a wider access may be done alone at this offset: an 8-bit register or none stands there.</summary>
    public bool IsByteLane(int offset) => !_wide.Contains(offset) || _plain.HasByte(offset);

    // The widest access there is has 32 bits.
    static int AccessWidth(RegisterMap register) => Math.Min(register.Width, 32);

    sealed record Window(WindowMap Map, Places Registers);

    sealed record Place(DecodedRegister Register, PlaceMap Map);

    /// <summary>The registers of one space of addresses, by address and direction.</summary>
    sealed class Places(IReadOnlyList<RegisterMap> registers, string prefix)
    {
        readonly ILookup<int, Place> _read = Of(registers.Where(register => register.CanRead), prefix, isWrite: false);
        readonly ILookup<int, Place> _written = Of(registers.Where(register => register.CanWrite), prefix, isWrite: true);

        public DecodedRegister? Answering(int address, bool isWrite, int? width, Func<string, ulong> word, uint written)
        {
            foreach (Place place in (isWrite ? _written : _read)[address])
            {
                if ((width is null || AccessWidth(place.Register.Map!) == width) && place.Map.Answers(word)
                    && (!isWrite || place.Register.Map!.Means(written)))
                {
                    return place.Register;
                }
            }

            return null;
        }

        public bool HasByte(int address) => _read[address].Concat(_written[address]).Any(place => place.Register.Map is { Width: 8, IsExact: false });

        static ILookup<int, Place> Of(IEnumerable<RegisterMap> registers, string prefix, bool isWrite) => registers
            .SelectMany(register => Parts(register, prefix + register.Name, register.PlaceFor(isWrite)))
            .ToLookup(part => part.Address, part => part.Place);

        static IEnumerable<(int Address, Place Place)> Parts(RegisterMap register, string name, PlaceMap place)
        {
            yield return (place.Address, new(new(name, register), place));
            if (AccessWidth(register) < register.Width)
            {
                yield return (place.Address + 4, new(new(name, register, Shift: 32), place));
            }
        }
    }
}
