using System.ComponentModel;
using System.Numerics;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Metadata;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>How the bits of a register or joined value come to its number. Made once for each device class by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberCode
{
    readonly PortWidth _width;
    readonly int _bits;
    readonly Int128 _least, _most;
    readonly NumberKind _kind;
    readonly double _scale, _offset;
    readonly StepTest[] _bcdWhen;
    readonly LockSet _locks;

    /// <param name="width">The width in which the bits are handed on.</param>
    /// <param name="bits">How many of them there are.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The largest number.</param>
    /// <param name="kind">How the bits are read.</param>
    /// <param name="scale">What one step of the number means.</param>
    /// <param name="offset">What the number 0 means.</param>
    /// <param name="bcdWhen">The terms of the condition under which the bits are decimal digits, if that depends.</param>
    public NumberCode(
        PortWidth width, int bits, Int128 least, Int128 most, NumberKind kind = NumberKind.Binary, double scale = 1, double offset = 0, StepTest[]? bcdWhen = null)
    {
        (_width, _bits, _least, _most, _kind, _scale, _offset) = (width, bits, least, most, kind, scale, offset);
        _bcdWhen = bcdWhen ?? [];
        _locks = StepTests.LocksOf(_bcdWhen);
    }

    /// <summary>Reads the bits and, in the same program, what tells how they are to be understood.</summary>
    internal TNumber Read<TNumber>(PortDevice device, int address, Route? route)
        where TNumber : unmanaged, INumber<TNumber>
    {
        Route way = route ?? Route.Plain;
        if (_bcdWhen.Length == 0)
        {
            return NumberOf<TNumber>(way.Read(device, address, _width), _kind == NumberKind.Bcd);
        }

        using LockSet.Hold held = device.LocksOf(LockSet.Of(way.Locks, _locks), address).Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
            Span<Bits> words = stackalloc Bits[_bcdWhen.Length];
            StepTests.AppendRecall(ref program, _bcdWhen, words);
            Bits before = way.Select(ref program);
            Bits read = way.AppendRead(ref program, address, _width);
            way.Restore(ref program, before);
            program.Run();
            return NumberOf<TNumber>(program.Result(read), StepTests.Held(program, _bcdWhen, words));
        }
    }

    /// <summary>Writes the bits of a number, as the same program finds them to be understood.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    internal void Write<TNumber>(PortDevice device, int address, Route? route, TNumber value)
        where TNumber : unmanaged, INumber<TNumber>
    {
        Route way = route ?? Route.Plain;
        Int128 number = Stored(value);
        if (_bcdWhen.Length == 0)
        {
            way.Write(device, address, _width, Encoded(number, _kind == NumberKind.Bcd));
            return;
        }

        using LockSet.Hold held = device.LocksOf(LockSet.Of(way.Locks, _locks), address).Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
            Span<Bits> words = stackalloc Bits[_bcdWhen.Length];
            StepTests.AppendRecall(ref program, _bcdWhen, words);
            Bits bits = StepTests.AppendChoice(ref program, _bcdWhen, words, Encoded(number, digits: true), Encoded(number, digits: false));
            Bits before = way.Select(ref program);
            way.AppendWrite(ref program, address, _width, bits);
            way.Restore(ref program, before);
            program.Run();
        }
    }

    /// <summary>The number that bits stand for.</summary>
    internal TNumber NumberOf<TNumber>(ulong word, bool digits)
        where TNumber : unmanaged, INumber<TNumber>
    {
        ulong bits = word & Mask;
        if (_kind == NumberKind.TwosComplement)
        {
            long number = FieldValue.FromTwos(bits, _bits);
            return IsScaled<TNumber>() ? TNumber.CreateTruncating(FieldValue.Scaled(number, _scale, _offset)) : TNumber.CreateTruncating(number);
        }

        ulong read = FieldValue.FromBcdIf(digits, bits);
        return IsScaled<TNumber>() ? TNumber.CreateTruncating(FieldValue.Scaled(read, _scale, _offset)) : TNumber.CreateTruncating(read);
    }

    /// <summary>The bits that stand for a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds.</exception>
    internal ulong BitsOf<TNumber>(TNumber value, bool digits)
        where TNumber : unmanaged, INumber<TNumber> => Encoded(Stored(value), digits);

    /// <summary>The locks on the way to what tells how the bits are to be understood.</summary>
    internal LockSet Locks => _locks;

    /// <summary>Whether the bits are decimal digits just now.</summary>
    internal bool AreDigits(PortDevice device, int address)
    {
        if (_bcdWhen.Length == 0)
        {
            return _kind == NumberKind.Bcd;
        }

        var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
        Span<Bits> words = stackalloc Bits[_bcdWhen.Length];
        StepTests.AppendRecall(ref program, _bcdWhen, words);
        program.Run();
        return StepTests.Held(program, _bcdWhen, words);
    }

    // By the type: a scale of 1 is a scale too, and a double can be no number at all.
    static bool IsScaled<TNumber>() => typeof(TNumber) == typeof(double);

    Int128 Stored<TNumber>(TNumber value)
        where TNumber : unmanaged, INumber<TNumber>
    {
        if (IsScaled<TNumber>())
        {
            return FieldValue.Unscaled(double.CreateTruncating(value), _scale, _offset, _least, _most);
        }

        Int128 number = Int128.CreateTruncating(value);
        if (number < _least || number > _most)
        {
            FieldValue.Refuse(number, _least, _most);
        }

        return number;
    }

    ulong Encoded(Int128 number, bool digits) => digits ? FieldValue.ToBcd((ulong)number, 0, ulong.MaxValue) : FieldValue.Bits(number, Mask);

    ulong Mask => ulong.MaxValue >> (64 - _bits);
}
