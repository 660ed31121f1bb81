using System.CommandLine;
using System.CommandLine.Help;
using RegGen.Tool;

// By the command's name, whatever file it runs from.
var root = new Command("reggen", "Checks device descriptions, emits their C#, runs programs with the ports of devices, and says which ways to ports work here.")
{
    CheckCommand.Create(), EmitCommand.Create(), RunCommand.Create(), DoctorCommand.Create(), PolicyCommand.Create(), SchemaCommand.Create(), new HelpOption(), new VersionOption(),
};
ParseResult parsed = root.Parse(args);

// Wrong usage is 2, as everywhere; 1 says that a description has errors.
return parsed.Errors.Count > 0 && parsed.Action is not null ? Usage(parsed) : await parsed.InvokeAsync();

static int Usage(ParseResult parsed)
{
    parsed.Invoke();
    return parsed.CommandResult.Command.Name == RunCommand.Name ? ExitCodes.NotRun : ExitCodes.WrongUsage;
}
