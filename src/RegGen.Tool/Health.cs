using RegGen.Claims;
using RegGen.Diagnosis;

namespace RegGen.Tool;

/// <summary>What the doctor found.</summary>
/// <param name="Backends">Every way to ports.</param>
/// <param name="System">The system around them.</param>
/// <param name="Owners">Which ports the kernel and its drivers own; null where it does not tell.</param>
sealed record Health(IReadOnlyList<BackendDiagnosis> Backends, IReadOnlyList<Evidence> System, IReadOnlyList<PortOwner>? Owners)
{
    /// <summary>Whether any way leads to this machine's own ports.</summary>
    public bool ReachesPorts => Backends.Any(backend => backend is { Works: true, Reaches: PortReach.Machine });
}
