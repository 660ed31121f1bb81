using System.Globalization;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Guest;

/// <summary>A Debian kernel in QEMU: real ioperm, real threads, devices that nobody here wrote. No privilege is needed for it.</summary>
public static class GuestRig
{
    static readonly TimeSpan s_downloadTime = TimeSpan.FromMinutes(10);
    static readonly TimeSpan s_packTime = TimeSpan.FromMinutes(1);

    // In MiB. An archive below takes its room twice, and a Wine in it makes a prefix as large.
    const int Memory = 1024;
    const int MemoryWithArchive = 4096;

    /// <summary>Skips the running test, or fails it where rigs are required, unless a guest can be made here.</summary>
    public static void Require() =>
        Rig.Require("qemu-system-x86_64", "busybox", "cpio", "apt-get", "apt-cache", "dpkg-deb", "ldd", "tar");

    /// <summary>Boots once and runs the rows one after the other.</summary>
    /// <param name="name">Name of the boot; its console is kept in <c>.artifacts/rigs/guest/NAME.log</c>.</param>
    /// <param name="payloads">What the guest finds under <c>/payload</c>.</param>
    /// <param name="rows">What it runs.</param>
    /// <param name="patience">After which QEMU is killed.</param>
    /// <param name="kernelWords">More words for the kernel's command line, as <c>lockdown=integrity</c>.</param>
    /// <param name="below">An archive of the script of that name in <c>tests/rigs/guest</c>, over which all else is laid; null for none.</param>
    public static GuestRun Boot(string name, IEnumerable<GuestPayload> payloads, IEnumerable<GuestRow> rows, TimeSpan patience, string kernelWords = "", string? below = null)
    {
        Require();
        string kernel = Kernel();
        string nonce = $"rig-{Guid.NewGuid():N}";
        string folder = Repository.At(".artifacts", "rigs", "guest", nonce);
        try
        {
            string image = Pack(folder, payloads, rows, below);
            Execution guest = Execution.Of(Script("boot"), [kernel, image, nonce, kernelWords, (below is null ? Memory : MemoryWithArchive).ToString(CultureInfo.InvariantCulture)], patience);
            File.WriteAllText(Repository.At(".artifacts", "rigs", "guest", $"{name}.log"), guest.Output);
            return GuestRun.Read(guest.Output, nonce);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Debian's Wine, as an archive below an image.</summary>
    /// <param name="machine"><c>x64</c> or <c>x86</c>.</param>
    public static string Wine(string machine) => Download("Debian's Wine", "wine", machine);

    static string Kernel() => Download("Debian's kernel", "kernel");

    static string Download(string what, string script, params string[] arguments)
    {
        Execution download = Execution.Of(Script(script), [Repository.At(".artifacts", "rigs", "guest", "kernel"), .. arguments], s_downloadTime);
        if (download.ExitCode != 0)
        {
            Rig.Missing($"{what} cannot be had: {download.Output}");
        }

        return download.Succeeded().Split('\n')[^1];
    }

    static string Pack(string folder, IEnumerable<GuestPayload> payloads, IEnumerable<GuestRow> rows, string? below)
    {
        string root = Path.Combine(folder, "root");
        Directory.CreateDirectory(root);
        foreach (GuestPayload payload in payloads)
        {
            string target = Path.Combine(root, "payload", payload.Name);
            Directory.CreateDirectory(target);
            Execution.Of("cp", ["-r", $"{payload.Folder}/.", target], s_packTime).Succeeded();
        }

        File.WriteAllText(Path.Combine(root, "rows"), string.Concat(rows.Select(row => row.ToLine())));
        string image = Path.Combine(folder, "image");
        Execution.Of(Script("pack"), [image, root, .. below is null ? Array.Empty<string>() : [below]], s_packTime).Succeeded();
        return image;
    }

    static string Script(string name) => Repository.At("tests", "rigs", "guest", name);
}
