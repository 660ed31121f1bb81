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
    readonly MisuseLog _log = new();
    readonly SimulatedPorts _ports = new();
    volatile SimulatedDevice[] _devices = [], _moving = [];

    /// <inheritdoc/>
    public override string Name => "simulated";

    /// <summary>The devices, in the order in which they were added.</summary>
    public IReadOnlyList<SimulatedDevice> Devices => _devices;

    /// <summary>What becomes of accesses that real hardware would punish, or would not do: writes of read-only registers, the wrong bank or width, and all of <see cref="MisuseKind"/>.</summary>
    public Strictness Strictness
    {
        get => _log.Strictness;
        set
        {
            _log.Strictness = value;
            Array.ForEach(_devices, device => device.Forget());
        }
    }

    /// <summary>Kinds of misuse that do not count.</summary>
    public MisuseKind Forgiven
    {
        get => _log.Forgiven;
        set => _log.Forgiven = value;
    }

    /// <summary>The misuses so far, unless <see cref="Strictness.Lenient"/>; also those that have thrown.</summary>
    public IReadOnlyList<Misuse> Misuses => _log.Misuses;

    /// <summary>Puts a device on the bus; also while it is in use.</summary>
    /// <param name="map">The device's description.</param>
    /// <param name="port">Its first port.</param>
    /// <param name="bars">First ports of the regions that PCI base address registers place, by name.</param>
    /// <exception cref="ArgumentException">A port is taken by another device; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base is so high that the device would end past port 0xFFFF.</exception>
    public SimulatedDevice Add(DeviceMap map, ushort port, IReadOnlyDictionary<string, ushort>? bars = null) =>
        Add(map, bars is null ? new SimulatedPlace(port) : new SimulatedPlace(port) { Bars = bars });

    /// <summary>Puts a device on the bus that answers at further ports than its own, because it does not look at the whole address.</summary>
    /// <param name="map">The device's description.</param>
    /// <param name="place">Where it stands. Its mirrors give way to devices that stand there.</param>
    /// <inheritdoc cref="Add(DeviceMap, ushort, IReadOnlyDictionary{string, ushort}?)"/>
    public SimulatedDevice Add(DeviceMap map, SimulatedPlace place)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(place);
        var device = new SimulatedDevice(map, place, _log, () => Now);
        lock (_gate)
        {
            if (_devices.FirstOrDefault(other => Overlap(other.Claim, device.Claim)) is { } other)
            {
                throw new ArgumentException($"{device.Claim} overlaps {other.Claim}.", nameof(place));
            }

            _ports.Add(device, place);
            _moving = device.HasRegions ? [.. _moving, device] : _moving;
            _devices = [.. _devices, device];
        }

        return device;
    }

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="MisuseException">The access is a misuse, and <see cref="Strictness"/> says to throw.</exception>
    public override uint Read(ushort port, PortWidth width) =>
        _ports.At(port) is { } slot && slot.Device.ReadSteadily(slot.Place, (int)width, out uint word) ? word : ReadWith(port, width);

    /// <inheritdoc/>
    /// <exception cref="MisuseException">The access is a misuse, and <see cref="Strictness"/> says to throw.</exception>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        if (_ports.At(port) is not { } slot || !slot.Device.WriteSteadily(slot.Place, (int)width, value))
        {
            WriteWith(port, width, value);
        }
    }

    uint ReadWith(ushort port, PortWidth width)
    {
        int bits = (int)width;
        SimulatedPorts.Slot? slot = At(port);
        if (slot is not null && slot.Device.Read(slot.Port, bits, out uint word))
        {
            return word;
        }

        uint value = uint.MaxValue >> (32 - bits);
        if (!IsSplit(port, bits))
        {
            Complain(slot, new(false, port, width, 0));
            return value;
        }

        for (int shift = 0; shift < bits; shift += 8)
        {
            value &= ~(0xFFu << shift) | (ReadByte(Lane(port, shift)) << shift);
        }

        return value;
    }

    void WriteWith(ushort port, PortWidth width, uint value)
    {
        int bits = (int)width;
        SimulatedPorts.Slot? slot = At(port);
        if (slot?.Device.Write(slot.Port, bits, value) is true)
        {
            return;
        }

        if (!IsSplit(port, bits))
        {
            Complain(slot, new(true, port, width, value));
            return;
        }

        for (int shift = 0; shift < bits; shift += 8)
        {
            WriteByte(Lane(port, shift), (value >> shift) & 0xFF);
        }
    }

    uint ReadByte(ushort port)
    {
        SimulatedPorts.Slot? slot = At(port);
        if (slot is not null && slot.Device.Read(slot.Port, 8, out uint word))
        {
            return word;
        }

        Complain(slot, new(false, port, PortWidth.Bits8, 0));
        return 0xFF;
    }

    void WriteByte(ushort port, uint value)
    {
        SimulatedPorts.Slot? slot = At(port);
        if (slot?.Device.Write(slot.Port, 8, value) is not true)
        {
            Complain(slot, new(true, port, PortWidth.Bits8, value));
        }
    }

    // Where no device is, nothing is misused: drivers look there for devices.
    void Complain(SimulatedPorts.Slot? slot, PortAccess access)
    {
        if (_log.IsOn && slot is not null)
        {
            slot.Device.Complain(access, slot.Port);
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
            if (At(Lane(port, shift)) is { } slot && !slot.Device.IsByteLane(slot.Port))
            {
                return false;
            }
        }

        return true;
    }

    SimulatedPorts.Slot? At(ushort port)
    {
        if (_ports.At(port) is { } slot)
        {
            return slot;
        }

        foreach (SimulatedDevice device in _moving)
        {
            if (device.Covers(port))
            {
                return new(device, port, IsMirror: false);
            }
        }

        return null;
    }

    static ushort Lane(ushort port, int shift) => (ushort)(port + (shift / 8));

    static bool Overlap(PortClaim one, PortClaim other) =>
        one.Ranges.Any(range => other.Ranges.Any(taken => range.First <= taken.Last && taken.First <= range.Last));
}
