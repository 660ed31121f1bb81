using System.Globalization;

namespace RegGen.Rigs.Guest;

/// <summary>What one boot of the guest said.</summary>
/// <param name="Rows">The rows that started, in their order.</param>
/// <param name="IsComplete">Whether the guest came past its last row.</param>
/// <param name="Log">Everything on the console.</param>
public sealed record GuestRun(IReadOnlyList<GuestResult> Rows, bool IsComplete, string Log)
{
    /// <summary>The result of a row.</summary>
    /// <exception cref="InvalidOperationException">The row never started; the message holds the console.</exception>
    public GuestResult this[string name] => Rows.FirstOrDefault(row => row.Name == name)
        ?? throw new InvalidOperationException($"The guest never came to the row {name}. Its console said:\n{Log}");

    /// <summary>Reads a console on which <c>init</c> speaks with a nonce at the start of its lines.</summary>
    public static GuestRun Read(string console, string nonce)
    {
        string log = console.ReplaceLineEndings("\n");
        List<GuestResult> rows = [];
        List<string>? output = null;
        string running = "";
        bool complete = false;
        foreach (string line in log.Split('\n'))
        {
            string? said = line.StartsWith($"{nonce} ", StringComparison.Ordinal) ? line[(nonce.Length + 1)..] : null;
            switch (said?.Split(' ', 2))
            {
                case ["start", var name]:
                    (running, output) = (name, []);
                    break;
                case ["end", var how] when output is not null:
                    rows.Add(Ended(running, how.Split(' ', 2)[0], output));
                    output = null;
                    break;
                case ["done"]:
                    complete = true;
                    break;
                default:
                    output?.Add(line);
                    break;
            }
        }

        if (output is not null)
        {
            rows.Add(new(running, null, false, output));
        }

        return new(rows, complete, log);
    }

    // What init says starts on a new line, so that the last line of a row is empty and not the row's.
    static GuestResult Ended(string name, string how, List<string> output)
    {
        if (output is [.., ""])
        {
            output.RemoveAt(output.Count - 1);
        }

        return how == "late" ? new(name, null, true, output) : new(name, int.Parse(how, CultureInfo.InvariantCulture), false, output);
    }
}
