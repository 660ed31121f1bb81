using System.CommandLine;
using RegGen.Tool;

var root = new RootCommand("Checks device descriptions, emits their C#, and runs programs with the ports of devices.")
{
    CheckCommand.Create(), EmitCommand.Create(), RunCommand.Create(), SchemaCommand.Create(),
};
ParseResult parsed = root.Parse(args);

// Wrong usage is 2, as everywhere; 1 says that a description has errors.
return parsed.Errors.Count > 0 && parsed.Action is not null ? Usage(parsed) : await parsed.InvokeAsync();

static int Usage(ParseResult parsed)
{
    parsed.Invoke();
    return parsed.CommandResult.Command.Name == RunCommand.Name ? ExitCodes.NotRun : ExitCodes.WrongUsage;
}
