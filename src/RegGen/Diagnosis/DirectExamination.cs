using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Diagnosis;

/// <summary>ioperm and the native stubs. A child asks for a port and ends; none is touched.</summary>
static class DirectExamination
{
    // The manufacturer's diagnostic port: harmless even where a mistake should touch it.
    static readonly PortClaim s_sample = PortClaim.At("Sample", 0x80, (0, 0));

    public static BackendDiagnosis Run()
    {
        string name = "direct";
        Evidence[] evidence =
        [
            KernelConfiguration.Of("CONFIG_X86_IOPL_IOPERM"), SystemEvidence.Capability(), SystemEvidence.Lockdown(), SystemEvidence.Seccomp(), Inherited(),
        ];
        try
        {
            StubLibrary library = DirectBackend.Load(s_sample);
            evidence = [.. evidence, new("native library", $"libreggen.so, ABI {StubLibrary.Abi}")];
            if (Held(library) is { Count: > 0 } held)
            {
                return BackendDiagnosis.Good(name, PortReach.Machine, $"the process was started with {string.Join(", ", held)}", evidence);
            }

            int error = library.Try(s_sample.Ranges[0]);
            return error == 0
                ? BackendDiagnosis.Good(name, PortReach.Machine, "ioperm grants ports, and every thread takes them before its first access", evidence)
                : BackendDiagnosis.Bad(name, PortReach.Machine, GrantRefusal.Of(s_sample, s_sample.Ranges[0], error), evidence);
        }
        catch (PortAccessException refusal)
        {
            return BackendDiagnosis.Bad(name, PortReach.Machine, refusal, evidence);
        }
    }

    // The launcher's word is a hint; what the process really has is looked up.
    static List<PortRange> Held(StubLibrary library) => [.. PortRanges.Parse(Hint() ?? "").Where(library.Holds)];

    static Evidence Inherited() => new("started by the launcher", Hint() is { } ports ? $"{ProcessGrants.Hint}={ports}" : $"no ({ProcessGrants.Hint} is not set)");

    static string? Hint() => Environment.GetEnvironmentVariable(ProcessGrants.Hint);
}
