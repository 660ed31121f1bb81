namespace RegGen.Compiler.Tests.Access;

/// <summary>A register made of reference bits; bits of no field are plain storage.</summary>
sealed class ReferenceRegister
{
    readonly ReferenceBit[] _bits;

    public ReferenceRegister(int width) =>
        _bits = [.. Enumerable.Range(0, width).Select(_ => new ReferenceBit("normal", "normal"))];

    public ReferenceRegister With(int high, int low, AccessPair pair)
    {
        for (int i = low; i <= high; i++)
        {
            _bits[i] = new(pair.Read, pair.Write);
        }

        return this;
    }

    /// <summary>What the bits hold.</summary>
    public ulong State => Word(bit => bit.State);

    /// <summary>This register, holding a word.</summary>
    public ReferenceRegister In(ulong state)
    {
        for (int i = 0; i < _bits.Length; i++)
        {
            _bits[i].State = (state >> i & 1) != 0;
        }

        return this;
    }

    /// <summary>Actions of the bits under a mask.</summary>
    public int Actions(ulong mask) => _bits.Where((_, i) => (mask >> i & 1) != 0).Sum(bit => bit.Actions);

    public ulong Read() => Word(bit => bit.Read());

    public void Write(ulong word)
    {
        for (int i = 0; i < _bits.Length; i++)
        {
            _bits[i].Write((word >> i & 1) != 0);
        }
    }

    ulong Word(Func<ReferenceBit, bool> of)
    {
        ulong word = 0;
        for (int i = 0; i < _bits.Length; i++)
        {
            word |= of(_bits[i]) ? 1ul << i : 0;
        }

        return word;
    }
}
