using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RegGen.Demo;

/// <summary>The arguments of the program.</summary>
static class CommandLine
{
    public static int Invoke(string[] args, Func<Options, int> run)
    {
        var via = new Option<Via>("--via")
        {
            Description = "Where the ports are: simulated (in this process; the default), qemu (QEMU's device models), direct (this machine's own).",
            CustomParser = Place,
            HelpName = "simulated|qemu|direct",
        };
        var port = new Option<ushort?>("--base")
        {
            Description = "First port of the serial port. The default is 0x2F8, COM2.",
            CustomParser = Port,
            HelpName = "PORT",
        };
        var quiet = new Option<bool>("--quiet") { Description = "Leaves out the line for each access." };
        var root = new RootCommand("Sends a text through a serial port's loopback and reads the clock, over register classes made from YAML.")
        {
            via, port, quiet,
        };
        ListExitCodes(root);
        root.SetAction(parsed => run(new Options(parsed.GetValue(via), parsed.GetValue(port) ?? Uart16550.Bases.Com2, parsed.GetValue(quiet))));

        ParseResult result = root.Parse(args);
        if (result.Errors.Count == 0)
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }

        Console.Error.WriteLine($"{result.Errors[0].Message} See --help.");
        return ExitCodes.BadArguments;
    }

    static Via Place(ArgumentResult argument)
    {
        switch (argument.Tokens.Single().Value)
        {
            case "simulated": return Via.Simulated;
            case "qemu": return Via.Qemu;
            case "direct": return Via.Direct;
            case var other:
                argument.AddError($"--via is simulated, qemu or direct, not '{other}'.");
                return default;
        }
    }

    static ushort? Port(ArgumentResult argument)
    {
        string text = argument.Tokens.Single().Value;
        bool hex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        NumberStyles style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ushort.TryParse(hex ? text[2..] : text, style, CultureInfo.InvariantCulture, out ushort port) || port > 0x10000 - 8)
        {
            argument.AddError($"--base takes a port from 0 to 0xFFF8, not '{text}'.");
        }
        else if (port is > Mc146818.Bases.Pc - 8 and <= Mc146818.Bases.Pc + 1)
        {
            argument.AddError($"--base 0x{port:X} overlaps the clock at 0x{Mc146818.Bases.Pc:X}.");
        }

        return port;
    }

    static void ListExitCodes(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
    }

    sealed class HelpWithExitCodes(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes.Help);
            return code;
        }
    }
}
