using RegGen.Backends;
using RegGen.Claims;
using RegGen.Pci;

namespace RegGen.Diagnosis;

/// <summary>PCI's resource files: each that places ports is opened and closed.</summary>
static class PciExamination
{
    public static BackendDiagnosis Run()
    {
        string name = "pci";
        List<Evidence> evidence = [SystemEvidence.Lockdown()];
        PortAccessException? first = null;
        int opened = 0;
        try
        {
            foreach ((PciFunction function, PciBar bar, PortRange ports) in Places())
            {
                PortAccessException? refusal = Refusal(PortClaim.At(function.ToString(), ports.First, (0, (ushort)(ports.Count - 1))));
                first ??= refusal;
                opened += refusal is null ? 1 : 0;
                evidence.Add(new($"{function.Address} resource{bar.Index}", $"{ports}: {refusal?.Cause ?? "can be opened"}"));
            }
        }
        catch (PortAccessException none)
        {
            first = none;
        }

        first ??= new(PortRefusal.NotFound, "no function on PCI has ports behind a base address register.", "This way is for devices on PCI only.");
        return opened > 0
            ? BackendDiagnosis.Good(name, PortReach.Machine, $"{opened} of PCI's resource files can be opened; accesses of 8, 16 and 32 bits", [.. evidence])
            : BackendDiagnosis.Bad(name, PortReach.Machine, first, [.. evidence]);
    }

    static IEnumerable<(PciFunction Function, PciBar Bar, PortRange Ports)> Places() =>
        from function in new SysfsPciScan().Functions()
        from bar in function.Bars
        where bar.Ports is not null
        select (function, bar, bar.Ports!.Value);

    static PortAccessException? Refusal(PortClaim claim)
    {
        using PciResourceBackend backend = new();
        try
        {
            backend.Grant(claim);
            return null;
        }
        catch (PortAccessException refusal)
        {
            return refusal;
        }
    }
}
