using System.CommandLine;
using System.CommandLine.Help;
using RegGen.Tool;

// By the command's name, whatever file it runs from.
var root = new Command("reggen", "Checks device descriptions and emits their C#; says which ways to ports work here.")
{
    CheckCommand.Create(), EmitCommand.Create(), SchemaCommand.Create(), DoctorCommand.Create(), new HelpOption(), new VersionOption(),
};
ParseResult parsed = root.Parse(args);

// Wrong usage is 2, as everywhere; 1 says that a description has errors.
return parsed.Errors.Count > 0 && parsed.Action is not null ? Usage(parsed) : await parsed.InvokeAsync();

static int Usage(ParseResult parsed)
{
    parsed.Invoke();
    return ExitCodes.WrongUsage;
}
