using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Differential.Tests;

/// <summary>Tells which register would answer an access, as the simulated device stands.</summary>
sealed class Follower(DeviceMap map, ushort port, SimulatedDevice device)
{
    readonly AddressDecoder _decoder = new(map);
    readonly OneShots _oneShots = new(map);
    readonly RegionDecoder _regions = new(map, port, new Dictionary<string, ushort>(), name => device[name]);
    readonly HashSet<string> _banks = [.. map.OneShots.Select(bank => bank.Name)];

    /// <summary>The register that answers; null if none does.</summary>
    public DecodedRegister? Find(RawAccess access)
    {
        foreach (int address in _regions.AddressesOf(access.Port))
        {
            if (_decoder.Find(address, access.IsWrite, access.Width, Word, access.Value) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The bytes that a bus would make of an access that no register answers; none if it makes no bytes of it.</summary>
    public IReadOnlyList<RawAccess> Split(RawAccess access)
    {
        if (access.Width == 8)
        {
            return [];
        }

        RawAccess[] lanes = [.. Enumerable.Range(0, access.Width / 8).Select(i => new RawAccess((ushort)(access.Port + i), 8, access.IsWrite, (access.Value >> (8 * i)) & 0xFF))];
        return lanes.All(lane => _regions.AddressesOf(lane.Port).All(_decoder.IsByteLane)) ? lanes : [];
    }

    /// <summary>Takes note of an access that has been made.</summary>
    public void Follow(DecodedRegister found, RawAccess access)
    {
        uint value = found.Turned(access.Value, access.Width);
        _decoder.Follow(found, access.IsWrite, value);
        _oneShots.Follow(found, access.IsWrite, value);
    }

    /// <summary>The name without the parameters of its window: what plans and the coverage go by.</summary>
    public static string PlainName(DecodedRegister found) => found.Set is null ? found.Name : $"{found.Through!.Name}.{found.Name[found.Set.Length..]}";

    /// <summary>The registers whose words choose which registers answer.</summary>
    public static HashSet<string> SelectorsOf(DeviceMap map) =>
    [
        .. map.AllRegisters.SelectMany(known => known.Register.When.Concat(known.Register.WritePlace?.When ?? [])).Select(condition => condition.Register),
        .. map.Windows.Select(window => window.Index),
        .. map.Windows.SelectMany(window => window.Select).Select(chosen => chosen.Register),
        .. map.OneShots.Select(bank => bank.Register),
    ];

    ulong Word(string name) => _banks.Contains(name) ? _oneShots.WordOf(name) : device[name];
}
