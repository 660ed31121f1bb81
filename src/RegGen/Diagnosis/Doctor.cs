using RegGen.Claims;

namespace RegGen.Diagnosis;

/// <summary>Examines every backend: whether it would work here and now, on what evidence, and what to do. Touches no port.</summary>
/// <remarks>
/// <example>
/// What <c>reggen doctor</c> prints comes from here:
/// <code>
/// foreach (BackendDiagnosis backend in Doctor.Examine())
/// {
///     Console.WriteLine($"{backend.Backend}: {(backend.Works ? "works" : backend.Because)}");
/// }
/// </code>
/// </example>
/// </remarks>
public static class Doctor
{
    /// <summary>Examines the backends, those that reach this machine's own ports first, in the order in which they are tried.</summary>
    public static IReadOnlyList<BackendDiagnosis> Examine() =>
    [
        DirectExamination.Run(), DriverExamination.Run(), DeviceFileExamination.Run(), PciExamination.Run(), QemuExamination.Run(), SimulatedExamination.Run(),
    ];

    /// <summary>The system around them.</summary>
    public static IReadOnlyList<Evidence> System() => SystemEvidence.All();

    /// <summary>Which ports the kernel and its drivers own, or null where the system does not tell this process.</summary>
    public static IReadOnlyList<PortOwner>? Owners() => OperatingSystem.IsLinux() ? KernelPorts.Owners() : null;
}
