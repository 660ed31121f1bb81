using RegGen.Backends;

namespace RegGen.Routes;

/// <summary>A register that takes writes only while a field of another register allows it: allow, write, put the field back.</summary>
/// <param name="enable">The field that allows writes.</param>
/// <param name="value">What it must hold, in place.</param>
/// <param name="inner">How to reach the register, or null for a plain port.</param>
public sealed class WriteEnableRoute(Selector enable, ulong value, Route? inner = null) : Route
{
    readonly Route _inner = inner ?? Plain;

    internal override string Place(PortDevice device, int address) => _inner.Place(device, address);

    internal override Bits Select(ref PortProgram program) => _inner.Select(ref program);

    internal override Bits AppendRead(ref PortProgram program, int address, PortWidth width) => _inner.AppendRead(ref program, address, width);

    internal override Bits AppendRecall(ref PortProgram program, int address, PortWidth width) => _inner.AppendRecall(ref program, address, width);

    internal override void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits)
    {
        int first = program.Count;
        Bits before = enable.AppendChoose(ref program, value, recall: true);
        _inner.AppendWrite(ref program, address, width, bits);
        program.Land(first);
        enable.AppendRestore(ref program, before, field: null);
        program.Leave(first);
    }

    internal override void Restore(ref PortProgram program, Bits before) => _inner.Restore(ref program, before);
}
