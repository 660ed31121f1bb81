using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The main job on real ports: the same driver, the same lines as on QEMU's models without a guest, and again from its recording.</summary>
public sealed class DemoTests(GuestFixture guest)
{
    // What it printed, then what it recorded, which is JSON.
    static readonly Func<string, bool> s_isRecorded = line => line.StartsWith('{');

    [Fact]
    public void The_demo_does_on_real_ports_what_it_does_on_QEMUs_models()
    {
        GuestResult direct = guest.Demo;
        Assert.True(direct.ExitCode == 0, direct.ToString());
        string[] printed = [.. direct.Output.Where(line => !s_isRecorded(line))];
        Assert.Contains("read    Hello from user mode.", printed);
        Assert.Contains("ports   direct: 0x2F8-0x2FF, 0x70-0x71", printed);

        Assert.Equal(DemoProgram.Comparable(DemoProgram.OnQemu()), DemoProgram.Comparable(printed));
    }

    /// <summary>The same lines again, with a plus before each that was the same transition as the one above: banks and windows are one each.</summary>
    [Fact]
    public void The_demo_does_the_same_by_the_driver_as_a_user_without_rights()
    {
        GuestResult driver = guest.DriverDemo;
        Assert.True(driver.ExitCode == 0, driver.ToString());
        string[] plain = DriverTrace.Plain(driver.Output);
        int bank = Array.IndexOf(driver.Output.ToArray(), "+ COM2.DLL <- 0x01");
        Assert.Equal(["+ COM2.DLM <- 0x00", "+ COM2.LCR <- "], driver.Output.Skip(bank + 1).Take(2).Select(line => line[..Math.Min(line.Length, line.Contains("LCR", StringComparison.Ordinal) ? 14 : 99)]));
        Assert.Equal(DemoProgram.Comparable(DemoProgram.OnQemu()), DemoProgram.Comparable(plain));
    }

    [Fact]
    public void What_was_recorded_on_real_ports_replays_where_there_are_none()
    {
        string[] printed = [.. guest.Demo.Output.Where(line => !s_isRecorded(line))], recorded = [.. guest.Demo.Output.Where(s_isRecorded)];
        string file = Repository.At(".artifacts", "rigs", "guest", "demo.jsonl");
        File.WriteAllText(file, string.Join('\n', recorded) + "\n");
        string replayed = Execution.Of(Path.Combine(DemoProgram.Folder(), "RegGen.Demo"), ["--replay", file], TimeSpan.FromMinutes(1)).Succeeded();
        Assert.Equal(printed[..^1], replayed.TrimEnd('\n').Split('\n')[..^1]);
        Assert.EndsWith("ports   replay: 0x2F8-0x2FF, 0x70-0x71", replayed.TrimEnd(), StringComparison.Ordinal);

        // tests/rigs/record keeps them for the tests that need no guest.
        if (Environment.GetEnvironmentVariable("REGGEN_RECORD") == "1")
        {
            File.Copy(file, Repository.At("tests", "RegGen.Demo.Tests", "Recordings", "guest.jsonl"), overwrite: true);
            File.WriteAllText(Repository.At("tests", "RegGen.Demo.Tests", "Recordings", "guest.txt"), string.Join('\n', printed) + "\n");
        }
    }
}
