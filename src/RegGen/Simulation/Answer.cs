using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>What answers one kind of access while the same is selected: found once, used as long as that holds.</summary>
sealed class Answer
{
    /// <summary>Nothing answers.</summary>
    public static readonly Answer None = new(null, null, 8, isSteady: false);

    public Answer(DecodedRegister? found, SimulatedRegister? register, int width, bool isSteady)
    {
        (Found, Register, Reached) = (found, register, found?.Reached(width) ?? 0);
        Shift = found?.Shift ?? 0;
        if (isSteady && register is { IsPlain: true } && found is { IsReversed: false })
        {
            StoredWord word = register.Word;
            (ulong clears, ulong sets) = word.ReadEffects;
            (Steady, Clears, Sets, Seen) = (word, clears & Reached, sets & Reached, word.ReadableBits & Reached);
            Store = word.Selection is null && register.IsApart && Reached == ulong.MaxValue >> (64 - word.Map.Width) && (word.Replaced & Reached) == Reached ? word : null;
        }
    }

    public DecodedRegister? Found { get; }

    public SimulatedRegister? Register { get; }

    /// <summary>The bits of the register that the access reaches, and the lowest of them.</summary>
    public ulong Reached { get; }

    public int Shift { get; }

    /// <summary>The register's word, where an access touches nothing else, and takes no gate; else null.</summary>
    public StoredWord? Steady { get; }

    /// <summary>Bits that a read clears, sets and sees.</summary>
    public ulong Clears { get; }

    public ulong Sets { get; }

    public ulong Seen { get; }

    /// <summary>The register's word, where a write simply replaces all of it; else null.</summary>
    public StoredWord? Store { get; }
}
