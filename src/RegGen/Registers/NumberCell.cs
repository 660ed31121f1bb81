using System.Numerics;
using RegGen.Locks;
using RegGen.Routes;

namespace RegGen;

/// <summary>What all handles of numbers are made of: a place, and how its bits come to a number.</summary>
/// <param name="device">The device.</param>
/// <param name="address">Offset from the device's base; in a window, the index.</param>
/// <param name="code">How bits come to the number.</param>
/// <param name="route">How to get there, or null for a plain port.</param>
readonly struct NumberCell<TNumber, TRaw>(PortDevice device, int address, NumberCode code, Route? route)
    where TNumber : unmanaged, INumber<TNumber>
    where TRaw : unmanaged
{
    /// <summary>Where the bits are.</summary>
    public Cell<TRaw> Bits => new(device, address, route);

    /// <summary>An element of an array: its route knows its code.</summary>
    public static NumberCell<TNumber, TRaw> At(PortDevice device, int address, Route? route)
    {
        var way = (NumberRoute)route!;
        return new(device, address, way.Code, way.Inner);
    }

    public TNumber Read() => code.Read<TNumber>(device, address, route);

    public TRaw ReadRaw() => Bits.Read();

    public void Write(TNumber value) => code.Write(device, address, route, value);

    public void WriteRaw(TRaw bits) => Bits.Write(bits);

    public void ReadBlock(Span<TNumber> values)
    {
        using LockSet.Hold held = device.LocksOf(LockSet.Of(route?.Locks, code.Locks), address).Enter(device.Bus);
        lock (device.Gate)
        {
            var raw = new TRaw[values.Length];
            bool digits = code.AreDigits(device, address);
            Bits.ReadBlock(raw);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = code.NumberOf<TNumber>(Word.Wide(raw[i]), digits);
            }
        }
    }

    public void ReadRawBlock(Span<TRaw> bits) => Bits.ReadBlock(bits);

    // All numbers are looked at before anything is accessed.
    public void WriteBlock(ReadOnlySpan<TNumber> values)
    {
        using LockSet.Hold held = device.LocksOf(LockSet.Of(route?.Locks, code.Locks), address).Enter(device.Bus);
        lock (device.Gate)
        {
            foreach (TNumber value in values)
            {
                code.BitsOf(value, digits: false);
            }

            var raw = new TRaw[values.Length];
            bool digits = code.AreDigits(device, address);
            for (int i = 0; i < raw.Length; i++)
            {
                raw[i] = Word.Wide<TRaw>(code.BitsOf(values[i], digits));
            }

            Bits.WriteBlock(raw);
        }
    }

    public void WriteRawBlock(ReadOnlySpan<TRaw> bits) => Bits.WriteBlock(bits);
}
