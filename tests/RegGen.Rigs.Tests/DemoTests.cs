using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>The main job on real ports: the same driver, the same lines as on QEMU's models without a guest.</summary>
public sealed class DemoTests(GuestFixture guest)
{
    [Fact]
    public void The_demo_does_on_real_ports_what_it_does_on_QEMUs_models()
    {
        GuestResult direct = guest.Demo;
        Assert.True(direct.ExitCode == 0, direct.ToString());
        Assert.Contains("read    Hello from user mode.", direct.Output);
        Assert.Contains("ports   direct: 0x2F8-0x2FF, 0x70-0x71", direct.Output);

        Assert.Equal(DemoProgram.Comparable(DemoProgram.OnQemu()), DemoProgram.Comparable(direct.Output));
    }
}
