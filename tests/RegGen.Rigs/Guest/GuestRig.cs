using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Guest;

/// <summary>A Debian kernel in QEMU: real ioperm, real threads, devices that nobody here wrote. No privilege is needed for it.</summary>
public static class GuestRig
{
    static readonly TimeSpan s_downloadTime = TimeSpan.FromMinutes(5);
    static readonly TimeSpan s_packTime = TimeSpan.FromMinutes(1);

    /// <summary>Skips the running test, or fails it where rigs are required, unless a guest can be made here.</summary>
    public static void Require() =>
        Rig.Require("qemu-system-x86_64", "busybox", "cpio", "apt-get", "apt-cache", "dpkg-deb", "ldd", "tar");

    /// <summary>Boots once and runs the rows one after the other.</summary>
    /// <param name="name">Name of the boot; its console is kept in <c>.artifacts/rigs/guest/NAME.log</c>.</param>
    /// <param name="payloads">What the guest finds under <c>/payload</c>.</param>
    /// <param name="rows">What it runs.</param>
    /// <param name="patience">After which QEMU is killed.</param>
    /// <param name="kernelWords">More words for the kernel's command line, as <c>lockdown=integrity</c>.</param>
    public static GuestRun Boot(string name, IEnumerable<GuestPayload> payloads, IEnumerable<GuestRow> rows, TimeSpan patience, string kernelWords = "")
    {
        Require();
        string kernel = Kernel();
        string nonce = $"rig-{Guid.NewGuid():N}";
        string folder = Repository.At(".artifacts", "rigs", "guest", nonce);
        try
        {
            string image = Pack(folder, payloads, rows);
            Execution guest = Execution.Of(Script("boot"), [kernel, image, nonce, kernelWords], patience);
            File.WriteAllText(Repository.At(".artifacts", "rigs", "guest", $"{name}.log"), guest.Output);
            return GuestRun.Read(guest.Output, nonce);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Kernel()
    {
        Execution download = Execution.Of(Script("kernel"), [Repository.At(".artifacts", "rigs", "guest", "kernel")], s_downloadTime);
        if (download.ExitCode != 0)
        {
            Rig.Missing($"Debian's kernel cannot be had: {download.Output}");
        }

        return Repository.At(".artifacts", "rigs", "guest", "kernel", "vmlinuz");
    }

    static string Pack(string folder, IEnumerable<GuestPayload> payloads, IEnumerable<GuestRow> rows)
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
        Execution.Of(Script("pack"), [image, root], s_packTime).Succeeded();
        return image;
    }

    static string Script(string name) => Repository.At("tests", "rigs", "guest", name);
}
