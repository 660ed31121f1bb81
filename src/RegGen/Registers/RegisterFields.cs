using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>Writing and changing registers by their fields. Generated code gives each register the same calls with named arguments.</summary>
public static class RegisterFields
{
    /// <summary>Writes the named fields; all others take their inert value.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this Register<TValue> register, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => register.Cell.Write(Word.Wide<TValue>(Beside<TValue>(fields)));

    /// <inheritdoc cref="Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this WriteOnlyRegister<TValue> register, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => register.Cell.Write(Word.Wide<TValue>(Beside<TValue>(fields)));

    /// <inheritdoc cref="Write{TValue}(Register{TValue}, FieldBits)"/>
    public static void Write<TValue>(this ShadowedRegister<TValue> register, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => register.Cell.Write(Word.Wide<TValue>(Beside<TValue>(fields)));

    /// <summary>Reads the register, changes the named fields and writes it; bits that act when written take their inert value.</summary>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this Register<TValue> register, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> =>
        register.Cell.Modify(TValue.Preserved & ~fields.Mask, Acting<TValue>(fields));

    /// <summary>Changes the named fields of the last written value and writes it; bits that act when written take their inert value.</summary>
    /// <exception cref="PortAccessException">The access was refused.</exception>
    public static void Modify<TValue>(this ShadowedRegister<TValue> register, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> =>
        register.Cell.Modify(TValue.Preserved & ~fields.Mask, Acting<TValue>(fields));

    /// <summary>Reads, changes and writes the register under the device's gate.</summary>
    /// <param name="register">The register.</param>
    /// <param name="change">
    /// Gets what would be written back if nothing changed: bits that act when written (such as flags that a one clears) already hold the
    /// value that does nothing, so that only what the change sets has an effect.
    /// </param>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public static void Modify<TValue>(this Register<TValue> register, Func<TValue, TValue> change)
        where TValue : unmanaged, IRegisterValue<TValue> =>
        register.Cell.Modify(change, TValue.Preserved, Word.Wide(TValue.Inert));

    /// <inheritdoc cref="Modify{TValue}(Register{TValue}, Func{TValue, TValue})"/>
    public static void Modify<TValue>(this ShadowedRegister<TValue> register, Func<TValue, TValue> change)
        where TValue : unmanaged, IRegisterValue<TValue> =>
        register.Cell.Modify(change, TValue.Preserved, Word.Wide(TValue.Inert));

    /// <summary>Reads, changes and writes a register without fields, under the device's gate.</summary>
    /// <exception cref="PortAccessException">An access was refused.</exception>
    public static void Modify(this Register<byte> register, Func<byte, byte> change) => register.Cell.Modify(change, ulong.MaxValue, 0);

    /// <inheritdoc cref="Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Register<ushort> register, Func<ushort, ushort> change) => register.Cell.Modify(change, ulong.MaxValue, 0);

    /// <inheritdoc cref="Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Register<uint> register, Func<uint, uint> change) => register.Cell.Modify(change, ulong.MaxValue, 0);

    /// <inheritdoc cref="Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Register<ulong> register, Func<ulong, ulong> change) => register.Cell.Modify(change, ulong.MaxValue, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Beside<TValue>(FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => (Word.Wide(TValue.Inert) & ~fields.Mask) | fields.Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Acting<TValue>(FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => (Word.Wide(TValue.Inert) & ~TValue.Preserved & ~fields.Mask) | fields.Bits;
}
