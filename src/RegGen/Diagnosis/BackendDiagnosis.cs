namespace RegGen.Diagnosis;

/// <summary>Whether a backend would work here and now.</summary>
/// <param name="Backend">Its name.</param>
/// <param name="Reaches">What it reaches.</param>
/// <param name="Works">Whether it would work.</param>
/// <param name="Because">By what means it works, or why it does not.</param>
/// <param name="Remedy">What to do where it does not; empty where it does.</param>
/// <param name="Evidence">What was looked at.</param>
public sealed record BackendDiagnosis(string Backend, PortReach Reaches, bool Works, string Because, string Remedy, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>A backend that works.</summary>
    internal static BackendDiagnosis Good(string backend, PortReach reaches, string because, params Evidence[] evidence) =>
        new(backend, reaches, true, because, "", evidence);

    /// <summary>A backend that would be refused.</summary>
    internal static BackendDiagnosis Bad(string backend, PortReach reaches, PortAccessException refusal, params Evidence[] evidence) =>
        new(backend, reaches, false, refusal.Cause, refusal.Remedy, evidence);
}
