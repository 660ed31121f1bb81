using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Diagnosis;

/// <summary><c>/dev/port</c>: it is opened and closed.</summary>
static class DeviceFileExamination
{
    public static BackendDiagnosis Run()
    {
        using DeviceFileBackend backend = new();
        Evidence[] evidence = [KernelConfiguration.Of("CONFIG_DEVPORT"), SystemEvidence.File(DeviceFileBackend.Path), SystemEvidence.Capability(), SystemEvidence.Lockdown()];
        try
        {
            backend.Grant(PortClaim.At("Sample", 0x80, (0, 0)));
            return BackendDiagnosis.Good(backend.Name, PortReach.Machine, $"{DeviceFileBackend.Path} can be opened; accesses of 8 bits only", evidence);
        }
        catch (PortAccessException refusal)
        {
            return BackendDiagnosis.Bad(backend.Name, PortReach.Machine, refusal, evidence);
        }
    }
}
