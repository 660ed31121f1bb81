using System.Globalization;
using RegGen.Simulation;

namespace RegGen.Metadata;

/// <content>Why nothing answers.</content>
sealed partial class AddressDecoder
{
    /// <summary>Why no register answers an access, for the message of a misuse.</summary>
    /// <param name="map">The device.</param>
    /// <param name="address">As for <see cref="Find"/>.</param>
    /// <param name="isWrite">The direction.</param>
    /// <param name="width">Width of the access in bits.</param>
    /// <param name="word">The word that a register holds, by its full name.</param>
    /// <param name="isEntered">Whether a window answers just now.</param>
    public (MisuseKind Kind, string Why) Silence(DeviceMap map, int address, bool isWrite, int width, Func<string, ulong> word, Func<WindowMap, bool> isEntered)
    {
        Places places = _spaces[address >> 16];
        int offset = address & 0xFFFF;
        if (places.Answering(offset, isWrite, width, word, 0) is { } data)
        {
            foreach (Window window in _windowsByData[data.Name])
            {
                if (!isEntered(window.Map))
                {
                    return (MisuseKind.NotEntered, $"the window {window.Map.Name} was not entered: its key was not written");
                }

                if (window.Map.IsData(data.Name, isWrite) && window.Decoder.Chosen(word) is { } chosen && window.Map.Split(chosen) is (var index, { } set))
                {
                    return window.Registers.Silence(map, index, isWrite, width, window.Map.Within(set, word))
                        ?? (MisuseKind.Undescribed, $"the description has nothing at index {string.Create(CultureInfo.InvariantCulture, $"0x{index:X2}")} of {window.Map.Name}");
                }
            }
        }

        return places.Silence(map, offset, isWrite, width, word) ?? (MisuseKind.Unmapped, "no register is there");
    }

    sealed partial class Places
    {
        public (MisuseKind Kind, string Why)? Silence(DeviceMap map, int address, bool isWrite, int width, Func<string, ulong> word)
        {
            Place[] here = [.. (isWrite ? _written : _read)[address]], other = [.. (isWrite ? _read : _written)[address]];
            Place[] answering = [.. here.Where(place => place.Map.Answers(word))];
            if (answering.Length > 0)
            {
                return (MisuseKind.WrongWidth, $"{answering[0].Register.Name} is accessed by {string.Join(" or ", answering.Select(place => place.Width).Distinct())} bits");
            }

            if (here.FirstOrDefault(place => place.Width == width) is { } elsewhere)
            {
                Condition failed = elsewhere.Map.When.First(condition => !condition.Holds(word(condition.Register)));
                return (MisuseKind.WrongBank, $"{elsewhere.Register.Name} is reached only while {Spell(map, failed)}, and {failed.Register} is 0x{word(failed.Register).ToString("X2", CultureInfo.InvariantCulture)}");
            }

            if (other.FirstOrDefault(place => place.Map.Answers(word)) is { } opposite)
            {
                return isWrite
                    ? (MisuseKind.WriteOfReadOnly, $"{opposite.Register.Name} can only be read")
                    : (MisuseKind.ReadOfWriteOnly, $"{opposite.Register.Name} can only be written");
            }

            return _read.Concat(_written).SelectMany(places => places.Select(place => (At: places.Key, place)))
                .FirstOrDefault(wide => wide.At < address && address < wide.At + (wide.place.Width / 8)).place is { } inside
                ? (MisuseKind.WrongWidth, $"the port is a part of {inside.Register.Name}, which is accessed by {inside.Width} bits at its first port")
                : null;
        }

        static string Spell(DeviceMap map, Condition condition)
        {
            FieldMap? field = map.AllRegisters.FirstOrDefault(known => known.Name == condition.Register).Register?.Fields.FirstOrDefault(field => field.Mask == condition.Mask);
            string values = string.Join(" or ", condition.Values.Select(value => field is null
                ? "0x" + value.ToString("X", CultureInfo.InvariantCulture)
                : field.DescribeValue(value)));
            string name = field is null ? condition.Register : $"{condition.Register}.{field.Name}";
            return $"{name} {(condition.Except ? "is not" : "is")} {values}";
        }
    }
}
