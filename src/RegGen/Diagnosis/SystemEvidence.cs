using System.Globalization;
using System.Runtime.InteropServices;
using RegGen.Backends;

namespace RegGen.Diagnosis;

/// <summary>Single things to look at in the system. What cannot be read is said to be unknown, never guessed.</summary>
static class SystemEvidence
{
    // What Docker and Podman leave in a container.
    static readonly string[] s_containers = ["/.dockerenv", "/run/.containerenv"];

    public static IReadOnlyList<Evidence> All()
    {
        List<Evidence> all =
        [
            new("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.RuntimeIdentifier}"),
            new("runtime", RuntimeInformation.FrameworkDescription),
        ];
        if (OperatingSystem.IsLinux())
        {
            all.AddRange([User(), Capability(), Lockdown(), Seccomp(), Container()]);
        }

        return all;
    }

    static Evidence User() => new("user", $"{Environment.UserName}, uid {(Capabilities.Field("Uid")?.Split('\t') is [_, var effective, ..] ? effective : "unknown")}");

    public static string? KernelRelease() => Text("/proc/sys/kernel/osrelease");

    public static Evidence Capability() => new("capability", Capabilities.Field("CapEff") is null
        ? "unknown"
        : $"CAP_SYS_RAWIO {(Capabilities.HasRawIo() ? "held" : "not held")}");

    /// <summary>The kernel's file has the state in brackets: <c>none [integrity] confidentiality</c>.</summary>
    public static Evidence Lockdown()
    {
        const string File = "/sys/kernel/security/lockdown";
        string? state = Text(File)?.Split(' ').FirstOrDefault(word => word.StartsWith('['))?.Trim('[', ']');
        return new("lockdown", state ?? $"unknown: {File} cannot be read, or this kernel has no lockdown");
    }

    public static Evidence Seccomp() => new("seccomp", Capabilities.Field("Seccomp") switch
    {
        "0" => "no filter",
        "1" => "strict mode",
        "2" => string.Create(CultureInfo.InvariantCulture, $"{Capabilities.Field("Seccomp_filters") ?? "some"} filters"),
        _ => "unknown",
    });

    /// <summary>A file's kind, mode and owner.</summary>
    public static Evidence File(string path)
    {
        try
        {
            return new(path, System.IO.File.Exists(path) ? $"there, mode {(OperatingSystem.IsWindows() ? "unknown" : Convert.ToString((int)System.IO.File.GetUnixFileMode(path), 8))}" : "not there");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(path, unreadable.Message);
        }
    }

    static Evidence Container()
    {
        string? map = Text("/proc/self/uid_map");
        bool isWhole = map?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295"];
        string[] marks = [.. s_containers.Where(System.IO.File.Exists)];
        return new("container", marks.Length > 0 ? $"yes ({string.Join(", ", marks)})"
            : map is not null && !isWhole ? "yes (a user namespace of its own)"
            : "no sign of one");
    }

    static string? Text(string file)
    {
        try
        {
            return System.IO.File.ReadAllText(file).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
