using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RegGen;

/// <summary>Writing and changing dangerous registers by their fields. For generated code, which asks for the token and for all that must be named.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DangerousFields
{
    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this DangerousRegister<TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue>
    {
        _ = danger;
        RegisterFields.Write(register.Cell, fields);
    }

    /// <inheritdoc cref="RegisterFields.Write{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TValue>(this DangerousWriteOnlyRegister<TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue>
    {
        _ = danger;
        RegisterFields.Write(register.Cell, fields);
    }

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(Register{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this DangerousRegister<TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue>
    {
        _ = danger;
        RegisterFields.Modify(register.Cell, fields);
    }

    /// <inheritdoc cref="RegisterFields.Modify{TValue}(ShadowedRegister{TValue}, FieldBits)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Modify<TValue>(this DangerousWriteOnlyRegister<TValue> register, Danger danger, FieldBits fields)
        where TValue : unmanaged, IRegisterValue<TValue>
    {
        _ = danger;
        RegisterFields.Modify(register.Cell, fields);
    }
}
