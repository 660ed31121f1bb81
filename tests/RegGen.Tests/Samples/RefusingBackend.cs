using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Samples;

/// <summary>Refuses every access to one port and records what else was done; reads answer 0.</summary>
sealed class RefusingBackend : PortBackend
{
    public ushort? Refused { get; set; }

    public List<PortAccess> Done { get; } = [];

    public bool IsDisposed { get; private set; }

    public override string Name => "refusing";

    public override void Grant(PortClaim claim)
    {
        if (claim.Device == "Forbidden")
        {
            throw new PortAccessException(PortRefusal.NoPermission, claim, "this test forbids it.", "None.");
        }
    }

    public override uint Read(ushort port, PortWidth width)
    {
        Take(new(false, port, width, 0));
        return 0;
    }

    public override void Write(ushort port, PortWidth width, uint value) => Take(new(true, port, width, value));

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    void Take(PortAccess access)
    {
        if (access.Port == Refused)
        {
            throw new PortAccessException(PortRefusal.NoPermission, access, "this test refuses it.", "None.");
        }

        Done.Add(access);
    }
}
