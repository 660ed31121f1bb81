using System.CommandLine;
using RegGen.Diagnosis;
using RegGen.Tool.Reports;

namespace RegGen.Tool;

/// <summary><c>reggen doctor [--json]</c></summary>
static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Writes JSON." };
        var command = new Command("doctor", "Says of every way to ports whether it would work here and now, why not, and what to do: exit code 0 if one to this machine's own ports works, else 1.")
        {
            json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    static int Run(bool json)
    {
        var health = new Health(Doctor.Examine(), Doctor.System(), Doctor.Owners());
        Console.Out.Write(json ? HealthJson.Of(health) : HealthText.Of(health));
        return health.ReachesPorts ? ExitCodes.Success : ExitCodes.NoPorts;
    }
}
