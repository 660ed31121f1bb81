namespace RegGen;

/// <summary>A handle of a register that can be written, and whose bits stand for a number.</summary>
/// <typeparam name="TNumber">The number.</typeparam>
/// <typeparam name="TRaw">Its bits.</typeparam>
public interface IWrittenNumber<TNumber, TRaw>
    where TNumber : unmanaged
    where TRaw : unmanaged
{
    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within its bounds; nothing was accessed.</exception>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    void Write(TNumber value);

    /// <summary>Writes bits as they are.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    void WriteRaw(TRaw bits);
}
