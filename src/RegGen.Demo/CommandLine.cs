using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace RegGen.Demo;

/// <summary>The arguments of the program.</summary>
static class CommandLine
{
    static readonly OrderedDictionary<string, Via> s_places = new(StringComparer.Ordinal)
    {
        ["simulated"] = Via.Simulated, ["qemu"] = Via.Qemu, ["machine"] = Via.Machine, ["direct"] = Via.Direct, ["driver"] = Via.Driver,
        ["device-file"] = Via.DeviceFile,
    };

    public static int Invoke(string[] args, Func<Options, int> run)
    {
        var via = new Option<Via>("--via")
        {
            Description = "Where the ports are: simulated (in this process; the default), qemu (QEMU's device models), machine (this machine's own, by the "
                + "first way that works), direct, driver or device-file (this machine's own, that way).",
            CustomParser = Place,
            HelpName = string.Join('|', s_places.Keys),
        };
        var port = new Option<ushort?>("--base")
        {
            Description = "First port of the serial port. The default is 0x2F8, COM2.",
            CustomParser = Port,
            HelpName = "PORT",
        };
        var share = new Option<string[]>("--share")
        {
            Description = "A kernel driver that may keep the ports meanwhile, by its name in /proc/ioports. May be given again.",
            HelpName = "OWNER",
            DefaultValueFactory = _ => [],
        };
        var record = new Option<string?>("--record") { Description = "Records the session into a file, for --replay on a machine without the devices.", HelpName = "FILE" };
        var replay = new Option<string?>("--replay") { Description = "Replays a recorded session instead of going to ports; --via does not count then.", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet") { Description = "Leaves out the line for each access." };
        var root = new RootCommand("Sends a text through a serial port's loopback and reads the clock, over register classes made from YAML.")
        {
            via, port, share, record, replay, quiet,
        };
        ListExitCodes(root);
        root.SetAction(parsed => run(new Options(parsed.GetValue(via), parsed.GetValue(port) ?? Uart16550.Bases.Com2, parsed.GetValue(quiet),
            parsed.GetRequiredValue(share), parsed.GetValue(record), parsed.GetValue(replay))));

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
        string text = argument.Tokens.Single().Value;
        if (!s_places.TryGetValue(text, out Via via))
        {
            argument.AddError($"--via is one of {string.Join(", ", s_places.Keys)}, not '{text}'.");
        }

        return via;
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
