using RegGen.Tracing;

namespace RegGen.Testing.Scripts;

/// <summary>An access to a port.</summary>
sealed class PortStep : ScriptStep
{
    public PortStep(PortAccess access)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(access.Value, uint.MaxValue >> (32 - (int)access.Width), "value");
        Access = access;
    }

    public PortAccess Access { get; }

    public override uint? Fits(PortAccess access, FollowedDevices devices) =>
        access == (access.IsWrite ? Access : Access with { Value = 0 }) ? Access.Value : null;

    public override string ToString() => Access.ToString();
}
