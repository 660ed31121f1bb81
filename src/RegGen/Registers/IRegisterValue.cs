namespace RegGen;

/// <summary>The value of a register: its raw word, seen through its fields.</summary>
/// <remarks>A value is exactly as large as its register (1, 2, 4 or 8 bytes) and holds nothing but the raw word.</remarks>
public interface IRegisterValue<TSelf> : IRegisterWord
    where TSelf : unmanaged, IRegisterValue<TSelf>
{
    /// <summary>The value that does nothing: what a write puts into the fields that are not named.</summary>
    static abstract TSelf Inert { get; }

    /// <summary>The bits that a modify carries over from what it read; all others take their inert value.</summary>
    static abstract ulong Preserved { get; }

    ulong IRegisterWord.InertWord => Word.Wide(TSelf.Inert);
}
