using System.Globalization;
using RegGen.Backends.Driver;

namespace RegGen.Diagnosis;

/// <summary>Our kernel driver: it is opened, asked what it can do, and closed. Whether its policy lets this user have a port shows with the claim.</summary>
static class DriverExamination
{
    public static BackendDiagnosis Run()
    {
        string name = "driver";
        Evidence[] evidence = OperatingSystem.IsLinux() ? [SystemEvidence.File(LinuxDriverChannel.Path), SystemEvidence.Lockdown()] : [];
        try
        {
            using DriverHandle handle = DriverHandle.Over(DriverChannel.Open());
            Evidence can = new("interface", string.Create(CultureInfo.InvariantCulture,
                $"version {handle.Features.Header.Version}; programs of {handle.Features.MostOperations} operations, {handle.Features.LongestDeadline / 1_000_000} ms"));
            return BackendDiagnosis.Good(name, PortReach.Machine, $"{handle.Place} can be opened; its policy says which ports this user may have", [can, .. evidence]);
        }
        catch (PortAccessException refusal)
        {
            return BackendDiagnosis.Bad(name, PortReach.Machine, refusal, evidence);
        }
    }
}
