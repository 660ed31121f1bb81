using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Binds a register that keeps its last two values: it comes to two, of which one is only read.</summary>
static class DoubledBinder
{
    /// <summary>The value before the last one, as a register beside: <c>REG[1]</c>. Null for a register that is not doubled.</summary>
    public static RegisterModel? PreviousOf(RegisterModel register) => !register.IsDoubled || register.Array is not null ? null : register with
    {
        Label = "1",
        PreviousOf = register.FullName,
        IsDoubled = false,
        Doc = $"What {register.Name} held before its last write.",
        Access = register.Access with { Write = WriteEffect.None },
        WritePlace = null,
        Shadow = false,
        WriteEnable = null,
        Lock = null,
        Danger = null,
        Fifo = false,
        Transfer = null,
        Number = null,
        Widths = null,
        Fields = default,
    };

    /// <summary>When one of the two is read: while the field has its number.</summary>
    public static ConditionModel? Chosen(RegisterModel register, ConditionModel? when, FieldReference? by) =>
        by is null || !(register.IsDoubled || register.PreviousOf is not null)
            ? when
            : ConditionModel.Both(when, new(new([new TermModel(by, new([register.PreviousOf is null ? 0ul : 1ul]))])));
}
