using System.CommandLine;
using System.CommandLine.Parsing;
using RegGen.Tool.Launching;

namespace RegGen.Tool;

/// <summary><c>reggen run --claim CLAIM... [--user NAME] [--share OWNER]... [--force GROUP]... [--env NAME[=VALUE]]... -- PROGRAM...</c></summary>
static class RunCommand
{
    public const string Name = "run";

    public static Command Create()
    {
        var claims = new Option<string[]>("--claim")
        {
            Description = "The ports, separated by commas: NAME@BASE for a description of the catalogue or a file, as uart16550@0x3F8, uart16550@Com1 or"
                + " mine.regs.yaml@0x300; NAME alone where it has one base; or ports themselves, as 0x70-0x71.",
            Required = true,
        };
        var user = new Option<string?>("--user") { Description = "Who the program runs as; 'reggen' if not given." };
        var share = new Option<string[]>("--share") { Description = "Claims ports although /proc/ioports names this owner for them." };
        var force = new Option<string[]>("--force") { Description = "Claims ports of this group, by which a program may stop or take over the machine." };
        var environment = new Option<string[]>("--env") { Description = "Hands on a variable, NAME, or sets one, NAME=VALUE." };
        var print = new Option<bool>("--print") { Description = "Shows the launcher's command line instead of running it, for a system service." };
        var program = new Argument<string[]>("PROGRAM") { Description = "The program and its arguments, behind '--'.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(Name, "Runs a program with the right to exactly the ports of devices, and no other privilege. Linux on x64, as root.")
        {
            claims, user, share, force, environment, print, program,
        };
        command.SetAction(parsed =>
        {
            string[] words = parsed.GetRequiredValue(program);
            int behind = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
            if (behind != words.Length)
            {
                return Refused($"'{words[0]}' is no option of run, and a program stands behind '--'.");
            }

            try
            {
                List<string> arguments = ["--ports", PortList.Of(parsed.GetRequiredValue(claims))];
                Add(arguments, user.Name, parsed.GetValue(user) is { } name ? [name] : []);
                Add(arguments, share.Name, parsed.GetValue(share));
                Add(arguments, force.Name, parsed.GetValue(force));
                Add(arguments, environment.Name, parsed.GetValue(environment));
                string[] all = [Launcher.Location, .. arguments, "--", .. words];
                return parsed.GetValue(print) ? Show(all) : Refused(Launcher.Execute(all));
            }
            catch (ClaimException e)
            {
                return Refused(e.Message);
            }
        });
        return command;
    }

    static void Add(List<string> arguments, string option, string[]? values) => arguments.AddRange((values ?? []).SelectMany(value => new[] { option, value }));

    static int Show(IEnumerable<string> words)
    {
        Console.Out.WriteLine(string.Join(' ', words.Select(ShellText.Of)));
        return ExitCodes.Success;
    }

    static int Refused(string why)
    {
        Console.Error.WriteLine($"reggen: {why}");
        return ExitCodes.NotRun;
    }
}
