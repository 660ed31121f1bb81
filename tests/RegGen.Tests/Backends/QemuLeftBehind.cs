using System.Diagnostics;
using System.Runtime.CompilerServices;
using RegGen.Backends;

namespace RegGen.Tests.Backends;

/// <summary>Makes this program, when a test starts it so, one that starts a QEMU and ends without disposing it.</summary>
static class QemuLeftBehind
{
    public const string Ending = "REGGEN_TEST_ENDING";
    public const string Note = "REGGEN_TEST_NOTE";

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Ending) is not { } ending)
        {
            return;
        }

        var backend = QemuBackend.Start();
        File.WriteAllText(Environment.GetEnvironmentVariable(Note)!, $"{backend.Process!.Id}");
        switch (ending)
        {
            case "crash":
                Environment.FailFast("as the test wants");
                break;
            case "kill":
                Process.GetCurrentProcess().Kill();
                break;
        }

        Environment.Exit(0);
    }
}
