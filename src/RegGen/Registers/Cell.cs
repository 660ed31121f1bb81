using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Routes;

namespace RegGen;

/// <summary>What all register handles are made of: a place in a device, and the route to it if it is not a plain port.</summary>
/// <param name="device">The device.</param>
/// <param name="address">Offset from the device's base; in a window, the index.</param>
/// <param name="route">How to get there, or null for a plain port.</param>
readonly struct Cell<TValue>(PortDevice device, int address, Route? route)
    where TValue : unmanaged
{
    static PortWidth Width => (PortWidth)(Unsafe.SizeOf<TValue>() * 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read()
    {
        if (route is not null)
        {
            return route.Read(device, address, Width);
        }

        PortBus bus = device.Bus;
        ushort port = (ushort)(device.Origin + address);
        return Unsafe.SizeOf<TValue>() switch
        {
            1 => bus.Read8(port),
            2 => bus.Read16(port),
            _ => bus.Read32(port),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint raw)
    {
        if (route is not null)
        {
            route.Write(device, address, Width, raw);
            return;
        }

        PortBus bus = device.Bus;
        ushort port = (ushort)(device.Origin + address);
        switch (Unsafe.SizeOf<TValue>())
        {
            case 1: bus.Write8(port, raw); break;
            case 2: bus.Write16(port, raw); break;
            default: bus.Write32(port, raw); break;
        }
    }

    /// <summary>Reads, keeps some bits, sets others, writes: under the gate. One program where the bus has no stubs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Modify(uint keep, uint set)
    {
        if (route is not null || !device.Bus.HasStubs)
        {
            ModifyByProgram(keep, set);
            return;
        }

        lock (device.Gate)
        {
            Write((Read() & keep) | set);
        }
    }

    /// <summary>Reads, changes as the caller likes, writes: under the gate, in two transitions.</summary>
    public void Modify(Func<TValue, TValue> change, uint preserved, uint inert)
    {
        lock (device.Gate)
        {
            uint before = route is ShadowRoute shadow ? shadow.LastWritten(device) : Read();
            Write(Word.From(change(Word.To<TValue>((before & preserved) | (inert & ~preserved)))));
        }
    }

    public TValue LastWritten() => Word.To<TValue>(((ShadowRoute)route!).LastWritten(device));

    /// <summary>Where the register is, for messages.</summary>
    public override string ToString() => route is null ? $"port 0x{device.Origin + address:X}" : $"{route} 0x{address:X}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ModifyByProgram(uint keep, uint set) => (route ?? Route.Plain).Modify(device, address, Width, keep, set);
}
