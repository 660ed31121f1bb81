using System.Runtime.InteropServices;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

public sealed class FaultHandlerTests
{
    /// <summary>The program touches no port: it holds no grant.</summary>
    [Fact]
    public void The_fault_handler_leaves_other_handlers_their_faults_on_this_machine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The stubs are for Linux x64.");
        string program = Path.Combine(CProgram.Build("handler"), "handler");
        Execution.Of(program, [], TimeSpan.FromSeconds(30)).Succeeded();
    }
}
