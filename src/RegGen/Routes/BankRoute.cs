using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>Registers that answer only while a selector field has a value: select, access, restore.</summary>
/// <param name="selector">The field that chooses the bank.</param>
/// <param name="bank">What the field must hold, in place.</param>
/// <param name="home">
/// What the field holds afterwards, in place: the home bank, whose registers are reached without selecting. Null puts back what was there.
/// </param>
/// <param name="inner">How to reach the register once the bank is chosen, or null for a plain port.</param>
public sealed class BankRoute(Selector selector, ulong bank, ulong? home = null, Route? inner = null) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override Bits Select(ref PortProgram program) => selector.AppendChoose(ref program, bank, recall: home is null);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) =>
        _inner.AppendRead(ref program, address, width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits) =>
        _inner.AppendWrite(ref program, address, width, bits);

    internal override void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set) =>
        _inner.AppendModify(ref program, address, width, keep, set);

    internal override void Restore(ref PortProgram program, Bits before) => selector.AppendRestore(ref program, before, home);
}
