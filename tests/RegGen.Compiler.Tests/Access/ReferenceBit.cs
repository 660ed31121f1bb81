namespace RegGen.Compiler.Tests.Access;

/// <summary>One bit of a device, written from the datasheets' words and sharing nothing with the product: the reference for all access modes.</summary>
/// <param name="read">What a read does, as a description says it.</param>
/// <param name="write">What a write does.</param>
sealed class ReferenceBit(string read, string write)
{
    bool _locked;

    /// <summary>What the bit holds.</summary>
    public bool State { get; set; }

    /// <summary>How often a write acted on it, rather than just stored something.</summary>
    public int Actions { get; private set; }

    /// <summary>What a reset does: the bit holds a value, and nothing was done to it.</summary>
    public void Reset(bool state) => (State, Actions, _locked) = (state, 0, false);

    public bool CanWrite => write != "none";

    public bool Read()
    {
        bool seen = read != "none" && State;
        State = read switch
        {
            "clear" => false,
            "set" => true,
            _ => State,
        };
        return seen;
    }

    public void Write(bool written)
    {
        if (!Acts(written))
        {
            return;
        }

        Actions += write == "normal" ? 0 : 1;
        State = write switch
        {
            "normal" or "once" => written,
            "one-clears" or "zero-clears" or "any-clears" => false,
            "one-sets" or "zero-sets" or "any-sets" => true,
            "one-toggles" or "zero-toggles" => !State,
            _ => State,
        };
    }

    bool Acts(bool written)
    {
        bool first = !_locked;
        _locked = true;
        return write switch
        {
            "none" => false,
            "once" => first,
            _ when write.StartsWith("one-", StringComparison.Ordinal) || write == "self-clearing" => written,
            _ when write.StartsWith("zero-", StringComparison.Ordinal) => !written,
            _ => true,
        };
    }

    /// <summary>Whether writing this value leaves the bit alone, whatever it holds.</summary>
    public static bool IsInert(string write, bool written) => ((bool[])[false, true]).All(state =>
    {
        var bit = new ReferenceBit("normal", write) { State = state };
        bit.Write(written);
        return bit.State == state && bit.Actions == 0;
    });
}
