using System.ComponentModel;
using System.Diagnostics;
using RegGen.Backends;

namespace RegGen.Diagnosis;

/// <summary>QEMU's device models: one is started and ended.</summary>
static class QemuExamination
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static BackendDiagnosis Run()
    {
        Evidence evidence = new("version", Version());
        try
        {
            using QemuBackend backend = QemuBackend.Start();
            return BackendDiagnosis.Good(backend.Name, PortReach.Emulated, "QEMU starts and answers", evidence);
        }
        catch (PortAccessException refusal)
        {
            return BackendDiagnosis.Bad("qemu", PortReach.Emulated, refusal, evidence);
        }
        catch (PlatformNotSupportedException unsupported)
        {
            return new("qemu", PortReach.Emulated, false, unsupported.Message, "Use the simulated backend.", [evidence]);
        }
    }

    static string Version()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(new QemuOptions().Program, ["--version"]) { RedirectStandardOutput = true })!;
            string? first = process.StandardOutput.ReadLine();
            if (!process.WaitForExit(s_patience))
            {
                process.Kill();
            }

            return first ?? "it says none";
        }
        catch (Win32Exception)
        {
            return $"{new QemuOptions().Program} is not on the PATH";
        }
    }
}
