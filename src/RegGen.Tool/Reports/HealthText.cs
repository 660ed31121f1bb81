using System.Text;
using RegGen.Diagnosis;

namespace RegGen.Tool.Reports;

/// <summary>The doctor's report for people.</summary>
static class HealthText
{
    public static string Of(Health health)
    {
        StringBuilder text = new();
        int names = health.Backends.Max(backend => backend.Backend.Length);
        foreach (BackendDiagnosis backend in health.Backends)
        {
            text.Append($"{backend.Backend.PadRight(names)}  {(backend.Works ? "works" : "no   ")}  {backend.Because}\n");
            Append(text, names, [.. backend.Evidence, .. backend.Remedy.Length == 0 ? Array.Empty<Evidence>() : [new("what to do", backend.Remedy)]]);
        }

        text.Append('\n');
        Append(text, 0, health.System);
        Append(text, 0, health.Owners is null
            ? [new("owners of ports", "unknown: /proc/ioports shows them to root only")]
            : [new("owners of ports", health.Owners.Count == 0 ? "none" : "")]);
        foreach (string owner in (health.Owners ?? []).Select(owner => owner.ToString()))
        {
            text.Append($"    {owner}\n");
        }

        text.Append(health.ReachesPorts ? "\nThis machine's own ports can be reached.\n" : "\nThis machine's own ports cannot be reached; drivers can be tested on QEMU's devices and on simulated ones.\n");
        return text.ToString();
    }

    static void Append(StringBuilder text, int indent, IReadOnlyList<Evidence> evidence)
    {
        foreach (Evidence each in evidence)
        {
            text.Append($"{new string(' ', indent)}  {each.What}: {each.Found}".TrimEnd()).Append('\n');
        }
    }
}
