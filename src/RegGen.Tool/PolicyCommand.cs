using System.CommandLine;
using RegGen.Backends.Driver;
using RegGen.Tool.Policies;

namespace RegGen.Tool;

/// <summary><c>reggen policy check FILE</c>, <c>reggen policy load FILE</c>, <c>reggen policy registry FILE</c></summary>
static class PolicyCommand
{
    const string About = """
        Who may claim which ports by RegGen's driver: nobody any, until an administrator loads a policy.

        A line names ports, access and who; then the flags that the ports need. What stands behind # is a comment:
          uart16550@Com2     rw  group:dialout
          uart16550@Com1     r   gid:44
          mc146818           rw  gid:44             system
          0x378-0x37A        rw  sid:S-1-5-32-545
        Ports are written as for 'reggen run --claim'. 'r' is enough for a bus that only reads: REGGEN_BUS=read-only makes any program's so. 'system' is for ports that
        the operating system works with, 'danger' for those that lead to memory, to other ports or to the machine's power: either is full trust.
        Some ports nobody gets; 'check' tells which, and why.
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The policy." };
        var check = new Command("check", "Reads a policy and shows its entries as the driver gets them. Needs no driver.") { file };
        check.SetAction(parsed => Run(parsed.GetRequiredValue(file), Show));
        var load = new Command("load", "Puts a policy in the place of the driver's whole one, until the driver is unloaded. For administrators.") { file };
        load.SetAction(parsed => Run(parsed.GetRequiredValue(file), Load));
        var registry = new Command("registry", "Prints the command that keeps a policy in Windows' registry, from where the driver takes it when it starts.") { file };
        registry.SetAction(parsed => Run(parsed.GetRequiredValue(file), Keep));
        return new Command("policy", About) { check, load, registry };
    }

    static int Run(string file, Func<PolicyReader, string, int> then)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refused(unreadable.Message);
        }

        PolicyReader policy = PolicyReader.Read(text);
        foreach (PolicyFinding finding in policy.Findings)
        {
            Console.Error.WriteLine(finding.In(file));
        }

        return policy.IsSound ? then(policy, file) : ExitCodes.Findings;
    }

    static int Show(PolicyReader policy, string file)
    {
        foreach (PolicyLine line in policy.Lines)
        {
            Console.Out.WriteLine(line);
        }

        return ExitCodes.Success;
    }

    static int Keep(PolicyReader policy, string file)
    {
        Console.Out.WriteLine($@"reg add HKLM\SYSTEM\CurrentControlSet\Services\reggen\Parameters /v Policy /t REG_BINARY /f /d {Convert.ToHexString(DriverHandle.PolicyBytes(Entries(policy)))}");
        return ExitCodes.Success;
    }

    static DriverEntry[] Entries(PolicyReader policy) => [.. policy.Lines.Select(line => line.Entry())];

    static int Load(PolicyReader policy, string file)
    {
        try
        {
            using DriverHandle driver = DriverHandle.Over(DriverChannel.Open());
            DriverAnswer answer = driver.SetPolicy(Entries(policy));
            if (answer.Status == DriverStatus.Ok)
            {
                Console.Out.WriteLine($"{policy.Lines.Count} entries loaded.");
                return ExitCodes.Success;
            }

            int line = answer.Index < policy.Lines.Count ? policy.Lines[(int)answer.Index].Line : 1;
            Console.Error.WriteLine(new PolicyFinding(line, 1, true, $"the driver refused it ({Why(answer.Status)}); it keeps the policy that it had.").In(file));
            return ExitCodes.Findings;
        }
        catch (PortAccessException refused)
        {
            return Refused(refused.Message);
        }
    }

    // What the table denies was found before: this is the driver's own finding.
    static string Why(DriverStatus status) => status == DriverStatus.Denied
        ? "firmware of this machine has its commands or a reset at one of the ports, as the system's log says, or the driver is of another release"
        : status.ToString();

    static int Refused(string why)
    {
        Console.Error.WriteLine($"reggen: {why}");
        return ExitCodes.WrongUsage;
    }
}
