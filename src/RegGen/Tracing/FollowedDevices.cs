using RegGen.Backends;
using RegGen.Metadata;

namespace RegGen.Tracing;

/// <summary>Follows the accesses of several devices. For one thread at a time.</summary>
sealed class FollowedDevices
{
    readonly Follower[] _devices;

    public FollowedDevices(ReadOnlySpan<TracedDevice> devices)
    {
        _devices = new Follower[devices.Length];
        for (int i = 0; i < devices.Length; i++)
        {
            _devices[i] = new(devices[i]);
        }
    }

    FollowedDevices(Follower[] devices) => _devices = devices;

    /// <summary>What is known so far, to follow on from by itself.</summary>
    public FollowedDevices Copy() => new([.. _devices.Select(device => device.Copy())]);

    /// <summary>What a read is expected to answer, by what is known; 0 if nothing is.</summary>
    public uint Expected(ushort port, PortWidth width)
    {
        var access = new PortAccess(false, port, width, 0);
        return _devices.Select(device => device.Expected(access)).FirstOrDefault(value => value is not null) ?? 0;
    }

    /// <summary>Whether a write only chooses what is reached: it changes none but selecting bits, or is part of a window's key.</summary>
    public bool OnlySelects(TracedDevice device, DecodedRegister register, PortAccess access) =>
        _devices.First(known => known.Device == device).OnlySelects(register, access);

    /// <summary>What would answer an access, without taking note of it: device, register and bits, by what was selected before.</summary>
    public (TracedDevice? Device, DecodedRegister? Register, string Place) Find(PortAccess access)
    {
        foreach (Follower device in _devices)
        {
            if (device.Find(access) is { } found)
            {
                return (device.Device, found, $"{device.Device.Name}.{found.NameOf((int)access.Width)}");
            }
        }

        return (null, null, access.Place);
    }

    /// <summary>Decodes an access, and takes note of it.</summary>
    /// <returns>A line without device and register if no device answers.</returns>
    public TraceLine Follow(PortAccess access)
    {
        foreach (Follower device in _devices)
        {
            if (device.Follow(access) is { } line)
            {
                return line;
            }
        }

        return new(access, null, null, access.SpellValue(), []);
    }
}
