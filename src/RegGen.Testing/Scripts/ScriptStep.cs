using RegGen.Tracing;

namespace RegGen.Testing.Scripts;

/// <summary>One expected access.</summary>
abstract class ScriptStep
{
    /// <summary>The value of an access that is the expected one: what it wrote, or what it is answered with; null if it is another one.</summary>
    /// <param name="access">What was done; the value of a read is 0.</param>
    /// <param name="devices">What was selected by the accesses before.</param>
    public abstract uint? Fits(PortAccess access, FollowedDevices devices);

    /// <summary>Which fields differ, where nothing else does: <c>Dlab is 0, not 1</c>; null if there is more to it.</summary>
    public virtual string? Difference(PortAccess access, FollowedDevices devices) => null;

    /// <summary>The step as a line of a trace.</summary>
    public abstract override string ToString();
}
