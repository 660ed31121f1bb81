using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Samples;

/// <summary>Lets a test in after each single access, also in the middle of a program, where an observer comes only at the end.</summary>
sealed class HookedBackend(PortBackend inner, bool isShared = false) : PortBackend
{
    public Action<PortAccess> After { get; set; } = _ => { };

    public override string Name => "hooked";

    protected internal override bool IsShared => isShared;

    public override void Grant(PortClaim claim) => inner.Grant(claim);

    public override uint Read(ushort port, PortWidth width)
    {
        uint value = inner.Read(port, width);
        After(new(false, port, width, value));
        return value;
    }

    public override void Write(ushort port, PortWidth width, uint value)
    {
        inner.Write(port, width, value);
        After(new(true, port, width, value));
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
