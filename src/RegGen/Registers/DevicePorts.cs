using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Tracing;

namespace RegGen;

/// <summary>Single accesses to a device's ports: through the bus's stub if it has one, else over its backend.</summary>
/// <remarks>
/// Written out for each width and direction, so that the JIT sees one load, one call and one test. They take the device and not its bus
/// and a port, because whatever else the slow path needs would have to be kept across the call.
/// </remarks>
static unsafe class DevicePorts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read8(this PortDevice device, int address)
    {
        var stub = device.Bus.In8Stub;
        long result;
        if (stub == null || (result = stub((uint)(device.Origin + address))) < 0)
        {
            result = Detour(device, address, PortWidth.Bits8);
        }

        return (uint)result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read16(this PortDevice device, int address)
    {
        var stub = device.Bus.In16Stub;
        long result;
        if (stub == null || (result = stub((uint)(device.Origin + address))) < 0)
        {
            result = Detour(device, address, PortWidth.Bits16);
        }

        return (uint)result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read32(this PortDevice device, int address)
    {
        var stub = device.Bus.In32Stub;
        long result;
        if (stub == null || (result = stub((uint)(device.Origin + address))) < 0)
        {
            result = Detour(device, address, PortWidth.Bits32);
        }

        return (uint)result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write8(this PortDevice device, int address, uint value)
    {
        var stub = device.Bus.Out8Stub;
        if (stub == null || stub((uint)(device.Origin + address), value) < 0)
        {
            Detour(device, address, PortWidth.Bits8, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write16(this PortDevice device, int address, uint value)
    {
        var stub = device.Bus.Out16Stub;
        if (stub == null || stub((uint)(device.Origin + address), value) < 0)
        {
            Detour(device, address, PortWidth.Bits16, value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write32(this PortDevice device, int address, uint value)
    {
        var stub = device.Bus.Out32Stub;
        if (stub == null || stub((uint)(device.Origin + address), value) < 0)
        {
            Detour(device, address, PortWidth.Bits32, value);
        }
    }

    /// <summary>A read whose width is not known where the code is made.</summary>
    public static uint Read(this PortDevice device, int address, PortWidth width) => width switch
    {
        PortWidth.Bits8 => device.Read8(address),
        PortWidth.Bits16 => device.Read16(address),
        _ => device.Read32(address),
    };

    /// <summary>A write whose width is not known where the code is made.</summary>
    public static void Write(this PortDevice device, int address, PortWidth width, uint value)
    {
        switch (width)
        {
            case PortWidth.Bits8:
                device.Write8(address, value);
                break;
            case PortWidth.Bits16:
                device.Write16(address, value);
                break;
            default:
                device.Write32(address, value);
                break;
        }
    }

    /// <summary>Reads a port again and again.</summary>
    public static void ReadBlock(this PortDevice device, int address, PortWidth width, Span<byte> values)
    {
        try
        {
            device.Bus.ReadBlock((ushort)(device.Origin + address), width, values);
        }
        catch (PortAccessException refused) when (RefusedRegister.CanName(refused, device))
        {
            throw RefusedRegister.Name(refused, device);
        }
    }

    /// <summary>Writes values to a port one after the other.</summary>
    public static void WriteBlock(this PortDevice device, int address, PortWidth width, ReadOnlySpan<byte> values)
    {
        try
        {
            device.Bus.WriteBlock((ushort)(device.Origin + address), width, values);
        }
        catch (PortAccessException refused) when (RefusedRegister.CanName(refused, device))
        {
            throw RefusedRegister.Name(refused, device);
        }
    }

    // As wide as a stub's answer: a result of one type costs the fast path one jump, where the JIT knows not which path is the fast one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static long Detour(PortDevice device, int address, PortWidth width)
    {
        try
        {
            return device.Bus.Read((ushort)(device.Origin + address), width);
        }
        catch (PortAccessException refused) when (RefusedRegister.CanName(refused, device))
        {
            throw RefusedRegister.Name(refused, device);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Detour(PortDevice device, int address, PortWidth width, uint value)
    {
        try
        {
            device.Bus.Write((ushort)(device.Origin + address), width, value);
        }
        catch (PortAccessException refused) when (RefusedRegister.CanName(refused, device))
        {
            throw RefusedRegister.Name(refused, device);
        }
    }
}
