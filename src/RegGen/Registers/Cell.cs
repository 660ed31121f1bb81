using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen;

/// <summary>What all register handles are made of: a place in a device, and the route to it if it is not a plain port.</summary>
/// <param name="device">The device.</param>
/// <param name="address">Offset from the device's base; in a window, the index.</param>
/// <param name="route">How to get there, or null for a plain port.</param>
readonly struct Cell<TValue>(PortDevice device, int address, Route? route)
    where TValue : unmanaged
{
    const int BufferLength = 512;

    static bool IsOneAccess => Unsafe.SizeOf<TValue>() <= 4;

    static PortWidth Width => (PortWidth)(Unsafe.SizeOf<TValue>() * 8);

    // Ports whose bytes stand the other way round are ports still.
    bool IsBlock => IsOneAccess && (route is null || route.IsReversedPort);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Read() => route is null && IsOneAccess
        ? Word.To<TValue>(ReadPort())
        : Word.Wide<TValue>((route ?? Route.Plain).Read(device, address, Width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(TValue value)
    {
        if (route is null && IsOneAccess)
        {
            WritePort(Word.From(value));
        }
        else
        {
            (route ?? Route.Plain).Write(device, address, Width, Word.Wide(value));
        }
    }

    /// <summary>Reads, keeps some bits, sets others, writes: under the gate. One program where the bus has no stubs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Modify(ulong keep, ulong set)
    {
        if (route is null && IsOneAccess && device.Bus.HasStubs)
        {
            lock (device.Gate)
            {
                WritePort((ReadPort() & (uint)keep) | (uint)set);
            }
        }
        else
        {
            (route ?? Route.Plain).Modify(device, address, Width, keep, set);
        }
    }

    /// <summary>Reads, changes as the caller likes, writes: under the gate, in two transitions.</summary>
    public void Modify(Func<TValue, TValue> change, ulong preserved, ulong inert)
    {
        using LockSet.Hold held = device.LocksOf(route?.Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            ulong before = route is { Remembers: true } ? route.LastWritten(device, Width) : Word.Wide(Read());
            Write(change(Word.Wide<TValue>((before & preserved) | (inert & ~preserved))));
        }
    }

    /// <summary>Reads again and again, under the gate: a block where it is a port, else one program.</summary>
    public void ReadBlock(Span<TValue> values)
    {
        using LockSet.Hold held = device.LocksOf(route?.Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            if (IsBlock)
            {
                Span<byte> bytes = MemoryMarshal.AsBytes(values);
                device.ReadBlock(address, Width, bytes);
                if (route is not null)
                {
                    ByteOrder.Reverse(bytes, bytes, Width);
                }

                return;
            }

            Route way = route ?? Route.Plain;
            var program = new PortProgram(device, default, address);
            Span<Bits> read = new Bits[values.Length];
            Bits before = way.Select(ref program);
            foreach (ref Bits bits in read)
            {
                bits = way.AppendRead(ref program, address, Width);
            }

            way.Restore(ref program, before);
            program.Run();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Word.Wide<TValue>(program.Result(read[i]));
            }
        }
    }

    /// <summary>Writes all values, under the gate: a block where it is a port, else one program.</summary>
    public void WriteBlock(ReadOnlySpan<TValue> values)
    {
        using LockSet.Hold held = device.LocksOf(route?.Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            if (IsBlock)
            {
                WritePortBlock(MemoryMarshal.AsBytes(values));
                return;
            }

            Route way = route ?? Route.Plain;
            var program = new PortProgram(device, default, address);
            Bits before = way.Select(ref program);
            foreach (TValue value in values)
            {
                way.AppendWrite(ref program, address, Width, new(Word.Wide(value)));
            }

            way.Restore(ref program, before);
            program.Run();
        }
    }

    // What the caller gave stays as it is: reversed values go by way of a buffer.
    void WritePortBlock(ReadOnlySpan<byte> values)
    {
        if (route is null)
        {
            device.WriteBlock(address, Width, values);
            return;
        }

        Span<byte> buffer = stackalloc byte[BufferLength];
        while (values.Length > 0)
        {
            Span<byte> part = buffer[..Math.Min(buffer.Length, values.Length)];
            ByteOrder.Reverse(values[..part.Length], part, Width);
            device.WriteBlock(address, Width, part);
            values = values[part.Length..];
        }
    }

    public PortBus Bus => device.Bus;

    public PortDevice Device => device;

    public int Address => address;

    public Route? Route => route;

    public TValue LastWritten() => Word.Wide<TValue>(route!.LastWritten(device, Width));

    /// <summary>Where the register is, for messages.</summary>
    public override string ToString() => (route ?? Route.Plain).Place(device, address);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint ReadPort() =>
        Unsafe.SizeOf<TValue>() == 1 ? device.Read8(address)
        : Unsafe.SizeOf<TValue>() == 2 ? device.Read16(address)
        : device.Read32(address);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void WritePort(uint raw)
    {
        if (Unsafe.SizeOf<TValue>() == 1)
        {
            device.Write8(address, raw);
        }
        else if (Unsafe.SizeOf<TValue>() == 2)
        {
            device.Write16(address, raw);
        }
        else
        {
            device.Write32(address, raw);
        }
    }
}
