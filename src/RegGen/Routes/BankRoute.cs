using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>What a bank leaves in its selector once an access is done.</summary>
public enum BankEnd : byte
{
    /// <summary>What was there before.</summary>
    Restored,

    /// <summary>The selected bank.</summary>
    Left,
}

/// <summary>Registers that answer only while a selector field has a value: select, access, restore.</summary>
/// <param name="selector">The field that chooses the bank.</param>
/// <param name="bank">What the field must hold, in place.</param>
/// <param name="home">
/// What the field holds afterwards, in place: the home bank, whose registers are reached without selecting. Null means what <paramref name="end"/> says.
/// </param>
/// <param name="inner">How to reach the register once the bank is chosen, or null for a plain port. Another bank is chosen after this one.</param>
/// <param name="end">What the field holds afterwards, where there is no home.</param>
public sealed class BankRoute(Selector selector, ulong bank, ulong? home = null, Route? inner = null, BankEnd end = BankEnd.Restored) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override LockSet Locks { get; } = LockSet.Of(selector.Locks, inner?.Locks);

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override Bits Select(ref PortProgram program)
    {
        program.Save(selector.AppendChoose(ref program, bank, recall: home is null && end == BankEnd.Restored));
        return _inner.Select(ref program);
    }

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) =>
        _inner.AppendRead(ref program, address, width);

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) =>
        _inner.AppendRecall(ref program, address, width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) =>
        _inner.AppendWrite(ref program, address, width, bits);

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set) =>
        _inner.AppendModify(ref program, address, width, keep, set);

    internal override void Restore(ref PortProgram program, Bits before)
    {
        _inner.Restore(ref program, before);
        Bits saved = program.Saved();
        if (home is not null || end == BankEnd.Restored)
        {
            selector.AppendRestore(ref program, saved, home);
        }
    }
}
