using System.Numerics;

namespace RegGen;

/// <summary>Reading registers whose writes can do harm and whose bits stand for a number.</summary>
public static class DangerousNumbers
{
    /// <inheritdoc cref="ReadOnlyNumberRegister{TNumber, TRaw}.Read"/>
    public static TNumber Read<TNumber, TRaw>(this DangerousNumber<NumberRegister<TNumber, TRaw>, TNumber, TRaw> register)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.Read();

    /// <inheritdoc cref="ReadOnlyNumberRegister{TNumber, TRaw}.ReadRaw"/>
    public static TRaw ReadRaw<TNumber, TRaw>(this DangerousNumber<NumberRegister<TNumber, TRaw>, TNumber, TRaw> register)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.ReadRaw();

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.Read"/>
    public static TNumber Read<TNumber, TRaw>(this DangerousNumberFifo<NumberFifo<TNumber, TRaw>, TNumber, TRaw> register)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.Read();

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadRaw"/>
    public static TRaw ReadRaw<TNumber, TRaw>(this DangerousNumberFifo<NumberFifo<TNumber, TRaw>, TNumber, TRaw> register)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.ReadRaw();

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadBlock"/>
    public static void ReadBlock<TNumber, TRaw>(this DangerousNumberFifo<NumberFifo<TNumber, TRaw>, TNumber, TRaw> register, Span<TNumber> values)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.ReadBlock(values);

    /// <inheritdoc cref="ReadOnlyNumberFifo{TNumber, TRaw}.ReadRawBlock"/>
    public static void ReadRawBlock<TNumber, TRaw>(this DangerousNumberFifo<NumberFifo<TNumber, TRaw>, TNumber, TRaw> register, Span<TRaw> bits)
        where TNumber : unmanaged, INumber<TNumber>
        where TRaw : unmanaged => register.Handle.ReadRawBlock(bits);
}
