namespace RegGen.Recording;

/// <summary>How exactly a program has to repeat a recording.</summary>
public enum ReplayMode
{
    /// <summary>The same accesses in the same order, value for value.</summary>
    Strict,

    /// <summary>
    /// Each register on its own, in any order among them. A read is answered with the values that were read from the register, in turn, and with the
    /// last one again when it is read more often than in the recording, as in a poll. A write goes on to where that value was written in the
    /// recording; one that never was is a divergence, except to a register that selects what others are reached: a window's index, a bank.
    /// </summary>
    ByRegister,
}
