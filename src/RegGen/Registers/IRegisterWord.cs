using System.ComponentModel;

namespace RegGen;

/// <summary>The value of a register, whichever it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRegisterWord
{
    /// <summary>The word that does nothing, with the constants in it that tell the register from others at its port.</summary>
    internal ulong InertWord { get; }
}
