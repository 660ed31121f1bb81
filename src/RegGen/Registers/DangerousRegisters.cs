using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>The calls of registers whose writes can do harm. Those that write take <see cref="Danger.Accepted"/>, which stands first.</summary>
public static class DangerousRegisters
{
    /// <inheritdoc cref="ReadOnlyRegister{TValue}.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Read<TValue>(this Dangerous<Register<TValue>, TValue> register)
        where TValue : unmanaged => register.Handle.Read();

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Read<TValue>(this Dangerous<SplitRegister<TValue>, TValue> register)
        where TValue : unmanaged => register.Handle.Read();

    /// <inheritdoc cref="ReadOnlyFifo{TValue}.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Read<TValue>(this Dangerous<Fifo<TValue>, TValue> register)
        where TValue : unmanaged => register.Handle.Read();

    /// <inheritdoc cref="ReadOnlyFifo{TValue}.ReadBlock"/>
    public static void ReadBlock<TValue>(this Dangerous<Fifo<TValue>, TValue> register, Span<TValue> values)
        where TValue : unmanaged => register.Handle.ReadBlock(values);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntil"/>
    public static TValue WaitUntil<TValue>(this Dangerous<Register<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted)
        where TValue : unmanaged => register.Handle.WaitUntil(timeout, wanted);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.TryWaitUntil"/>
    public static bool TryWaitUntil<TValue>(this Dangerous<Register<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted)
        where TValue : unmanaged => register.Handle.TryWaitUntil(timeout, wanted);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntilAsync"/>
    public static Task<TValue> WaitUntilAsync<TValue>(
        this Dangerous<Register<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted, CancellationToken cancellation = default)
        where TValue : unmanaged => register.Handle.WaitUntilAsync(timeout, wanted, cancellation);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntil"/>
    public static TValue WaitUntil<TValue>(this Dangerous<SplitRegister<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted)
        where TValue : unmanaged => register.Handle.WaitUntil(timeout, wanted);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.TryWaitUntil"/>
    public static bool TryWaitUntil<TValue>(this Dangerous<SplitRegister<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted)
        where TValue : unmanaged => register.Handle.TryWaitUntil(timeout, wanted);

    /// <inheritdoc cref="ReadOnlyRegister{TValue}.WaitUntilAsync"/>
    public static Task<TValue> WaitUntilAsync<TValue>(
        this Dangerous<SplitRegister<TValue>, TValue> register, TimeSpan timeout, FieldBits wanted, CancellationToken cancellation = default)
        where TValue : unmanaged => register.Handle.WaitUntilAsync(timeout, wanted, cancellation);

    /// <summary>What this device object wrote last, or the description's initial value. Touches no hardware.</summary>
    public static TValue LastWritten<TValue>(this Dangerous<ShadowedRegister<TValue>, TValue> register)
        where TValue : unmanaged => register.Handle.LastWritten;

    /// <inheritdoc cref="WriteOnlyFifo{TValue}.WriteBlock"/>
    public static void WriteBlock<TValue>(this Dangerous<Fifo<TValue>, TValue> register, Danger danger, ReadOnlySpan<TValue> values)
        where TValue : unmanaged => register.Accept(danger).WriteBlock(values);

    /// <inheritdoc cref="WriteOnlyFifo{TValue}.WriteBlock"/>
    public static void WriteBlock<TValue>(this Dangerous<WriteOnlyFifo<TValue>, TValue> register, Danger danger, ReadOnlySpan<TValue> values)
        where TValue : unmanaged => register.Accept(danger).WriteBlock(values);

    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this Dangerous<Register<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Write(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this Dangerous<SplitRegister<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Write(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this Dangerous<WriteOnlyRegister<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Write(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this Dangerous<ShadowedRegister<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Write(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this Dangerous<Register<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Modify(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(SplitRegister{TValue}, FieldBits)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this Dangerous<SplitRegister<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Modify(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(ShadowedRegister{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this Dangerous<ShadowedRegister<TValue>, TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Modify(register.Accept(danger), fields);

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(Register{TValue}, Func{TValue, TValue})"/>
    public static void Modify<TValue>(this Dangerous<Register<TValue>, TValue> register, Danger danger, Func<TValue, TValue> change)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Modify(register.Accept(danger), change);

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(Register{TValue}, Func{TValue, TValue})"/>
    public static void Modify<TValue>(this Dangerous<ShadowedRegister<TValue>, TValue> register, Danger danger, Func<TValue, TValue> change)
        where TValue : unmanaged, IRegisterValue<TValue> => RegisterFields.Modify(register.Accept(danger), change);

    /// <inheritdoc cref="RegisterFields.Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Dangerous<Register<byte>, byte> register, Danger danger, Func<byte, byte> change) =>
        RegisterFields.Modify(register.Accept(danger), change);

    /// <inheritdoc cref="RegisterFields.Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Dangerous<Register<ushort>, ushort> register, Danger danger, Func<ushort, ushort> change) =>
        RegisterFields.Modify(register.Accept(danger), change);

    /// <inheritdoc cref="RegisterFields.Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Dangerous<Register<uint>, uint> register, Danger danger, Func<uint, uint> change) =>
        RegisterFields.Modify(register.Accept(danger), change);

    /// <inheritdoc cref="RegisterFields.Modify(Register{byte}, Func{byte, byte})"/>
    public static void Modify(this Dangerous<Register<ulong>, ulong> register, Danger danger, Func<ulong, ulong> change) =>
        RegisterFields.Modify(register.Accept(danger), change);
}
