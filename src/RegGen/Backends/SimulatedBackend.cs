using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Backends;

/// <summary>Devices that exist only in this process, each built from its description.</summary>
/// <remarks>
/// Every claim is granted. Ports of no device read all ones and ignore writes, as on a bus that nobody drives.
/// An access is answered by the register that has exactly its width. A wider one is split into bytes, the lowest port first, if every
/// byte meets an 8-bit register or none, as an ISA bus does for 8-bit cards; it may cross devices, and each byte is an access of its
/// own. Any other access reads all ones or is ignored: one narrower than its register, or one that meets part of a wider register.
/// </remarks>
public sealed class SimulatedBackend : TestBackend
{
    readonly Lock _gate = new();
    volatile SimulatedDevice[] _devices = [];

    /// <inheritdoc/>
    public override string Name => "simulated";

    /// <summary>The devices, in the order in which they were added.</summary>
    public IReadOnlyList<SimulatedDevice> Devices => _devices;

    /// <summary>Puts a device on the bus; also while it is in use.</summary>
    /// <param name="map">The device's description.</param>
    /// <param name="port">Its first port.</param>
    /// <param name="bars">First ports of the regions that PCI base address registers place, by name.</param>
    /// <exception cref="ArgumentException">A port is taken by another device; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base is so high that the device would end past port 0xFFFF.</exception>
    public SimulatedDevice Add(DeviceMap map, ushort port, IReadOnlyDictionary<string, ushort>? bars = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var device = new SimulatedDevice(map, port, bars ?? new Dictionary<string, ushort>());
        lock (_gate)
        {
            if (_devices.FirstOrDefault(other => Overlap(other.Claim, device.Claim)) is { } other)
            {
                throw new ArgumentException($"{device.Claim} overlaps {other.Claim}.", nameof(port));
            }

            _devices = [.. _devices, device];
        }

        return device;
    }

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        int bits = (int)width;
        if (At(port)?.Read(port, bits, Now) is { } word)
        {
            return word;
        }

        uint value = uint.MaxValue >> (32 - bits);
        if (!IsSplit(port, bits))
        {
            return value;
        }

        for (int shift = 0; shift < bits; shift += 8)
        {
            ushort lane = Lane(port, shift);
            value &= ~(0xFFu << shift) | ((At(lane)?.Read(lane, 8, Now) ?? 0xFF) << shift);
        }

        return value;
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        int bits = (int)width;
        if (At(port)?.Write(port, bits, value, Now) is true || !IsSplit(port, bits))
        {
            return;
        }

        for (int shift = 0; shift < bits; shift += 8)
        {
            ushort lane = Lane(port, shift);
            At(lane)?.Write(lane, 8, (value >> shift) & 0xFF, Now);
        }
    }

    bool IsSplit(ushort port, int bits)
    {
        if (bits == 8)
        {
            return false;
        }

        for (int shift = 0; shift < bits; shift += 8)
        {
            ushort lane = Lane(port, shift);
            if (At(lane)?.IsByteLane(lane) is false)
            {
                return false;
            }
        }

        return true;
    }

    SimulatedDevice? At(ushort port)
    {
        foreach (SimulatedDevice device in _devices)
        {
            if (device.Covers(port))
            {
                return device;
            }
        }

        return null;
    }

    static ushort Lane(ushort port, int shift) => (ushort)(port + (shift / 8));

    static bool Overlap(PortClaim one, PortClaim other) =>
        one.Ranges.Any(range => other.Ranges.Any(taken => range.First <= taken.Last && taken.First <= range.Last));
}
