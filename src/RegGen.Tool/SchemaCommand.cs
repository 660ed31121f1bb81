using System.CommandLine;
using RegGen.Compiler.Schema;

namespace RegGen.Tool;

/// <summary><c>reggen schema</c></summary>
static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the JSON schema of descriptions, by which editors complete and check them.");
        command.SetAction(_ =>
        {
            Console.Out.Write(SchemaEmitter.Emit());
            return ExitCodes.Success;
        });
        return command;
    }
}
