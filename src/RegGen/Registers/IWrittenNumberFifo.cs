namespace RegGen;

/// <summary>A handle of a queue of numbers that can be written.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public interface IWrittenNumberFifo<TNumber, TRaw> : IWrittenNumber<TNumber, TRaw>
    where TNumber : unmanaged
    where TRaw : unmanaged
{
    /// <summary>Puts in all numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused; the numbers before it were put in.</exception>
    void WriteBlock(ReadOnlySpan<TNumber> values);

    /// <summary>The same, with the bits as they are.</summary>
    /// <exception cref="PortAccessException">An access was refused; the values before it were put in.</exception>
    void WriteRawBlock(ReadOnlySpan<TRaw> bits);
}
