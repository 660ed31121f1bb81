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

    sealed class Followed(TracedDevice device)
    {
        readonly AddressDecoder _decoder = new(device.Map);
        readonly Dictionary<string, StoredWord> _words = StoredWord.Of(device.Map);

        public TraceLine? Decode(PortAccess access)
        {
            int offset = access.Port - device.Port;
            if (_decoder.Find(offset, access.IsWrite, (int)access.Width, name => _words[name].Value, access.Value) is not { } found)
            {
                return null;
            }

            if (found.Map is null)
            {
                return new(access, device.Name, found.Name, access.SpellValue());
            }

            ulong value = Follow(_words[found.Name], access, found);
            return new(access, device.Name, found.Name, found.Map.Describe(value, access.IsWrite));
        }

        // The word as far as it is known: the halves of a wide register go over the bus one after the other.
        static ulong Follow(StoredWord word, PortAccess access, DecodedRegister part)
        {
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
