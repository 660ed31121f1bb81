using RegGen.Metadata;

namespace RegGen.Tracing;

/// <summary>Decodes accesses in the order in which they come, following the registers that select banks and indices.</summary>
sealed class Tracer
{
    readonly Lock _gate = new();
    readonly Followed[] _devices;
    readonly Action<TraceLine> _print;

    public Tracer(ReadOnlySpan<TracedDevice> devices, Action<TraceLine> print)
    {
        _print = print;
        _devices = new Followed[devices.Length];
        for (int i = 0; i < devices.Length; i++)
        {
            _devices[i] = new(devices[i]);
        }
    }

    // The line is printed under the gate: lines of two threads neither mix nor change places.
    public void Observe(PortAccess access)
    {
        lock (_gate)
        {
            foreach (Followed device in _devices)
            {
                if (device.Decode(access) is { } line)
                {
                    _print(line);
                    return;
                }
            }

            _print(new(access, null, null, access.SpellValue()));
        }
    }

    sealed class Followed
    {
        readonly TracedDevice _device;
        readonly AddressDecoder _decoder;
        readonly RegionDecoder _regions;
        readonly Dictionary<string, StoredWord> _words;
        readonly OneShots _oneShots;

        public Followed(TracedDevice device)
        {
            (_device, _decoder, _words) = (device, new(device.Map), StoredWord.Of(device.Map));
            _oneShots = new(device.Map);
            _regions = new(device.Map, device.Port, device.Bars, WordOf);
        }

        public TraceLine? Decode(PortAccess access)
        {
            if (Find(access) is not { } found)
            {
                return null;
            }

            PortAccess turned = access with { Value = found.Turned(access.Value, (int)access.Width) };
            string text = found.Map is null ? access.SpellValue() : Describe(found.Map.Known(found.Through?.Within(found.Set, WordOf) ?? WordOf), Follow(Of(found), turned, found), access, found);
            _decoder.Follow(found, access.IsWrite, turned.Value);
            if (found.Through is { } window)
            {
                StoredWord index = _words[window.Index];
                index.Value = window.Advance(index.Value, access.IsWrite);
            }

            _oneShots.Follow(found, access.IsWrite, turned.Value);
            return new(access, _device.Name, found.NameOf((int)access.Width), text);
        }

        DecodedRegister? Find(PortAccess access)
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

        static string Describe(RegisterMap map, ulong value, PortAccess access, DecodedRegister part)
        {
            string text = access.IsWrite ? map.DescribeWrite(value, part.Reached((int)access.Width)) : map.DescribeRead(value);
            return part.IsReversed ? $"{text} wire={access.SpellValue()}" : text;
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
            : _device.Map.FindSet(register) is var (window, set, _) ? Of(window, set, register).Value
            : _oneShots.WordOf(register);

        // The word as far as it is known: the halves of a wide register go over the bus one after the other.
        static ulong Follow(StoredWord word, PortAccess access, DecodedRegister part)
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
}
