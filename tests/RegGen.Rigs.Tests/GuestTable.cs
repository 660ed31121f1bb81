using System.Text;
using System.Text.RegularExpressions;
using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>Every check of the guest's rows as a line of a table, for whoever reads the test output.</summary>
static partial class GuestTable
{
    /// <summary>Writes the table to <c>.artifacts/rigs/guest/NAME.table</c>; CI prints it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="runs">A column each.</param>
    public static string Write(string name, params (string Title, GuestRun Run)[] runs)
    {
        (string Row, string Check)[] lines = [.. runs.SelectMany(run => run.Run.Rows.SelectMany(row => Checks(row).Select(check => (row.Name, check.Name)))).Distinct()];
        int row = lines.Select(line => line.Row.Length).DefaultIfEmpty(0).Max();
        int check = lines.Select(line => line.Check.Length).DefaultIfEmpty(0).Max();
        StringBuilder table = new();
        foreach ((string rowName, string checkName) in lines)
        {
            table.Append(rowName.PadRight(row)).Append("  ").Append(checkName.PadRight(check));
            foreach ((string title, GuestRun run) in runs)
            {
                string verdict = run.Rows.Where(known => known.Name == rowName).SelectMany(Checks).Where(known => known.Name == checkName).Select(known => known.IsGood ? "ok" : "FAILED").FirstOrDefault("-");
                table.Append($"  {title} {verdict}");
            }

            table.Append('\n');
        }

        File.WriteAllText(Repository.At(".artifacts", "rigs", "guest", $"{name}.table"), table.ToString());
        return table.ToString();
    }

    static IEnumerable<(string Name, bool IsGood)> Checks(GuestResult row) =>
        row.Output.Select(line => Line().Match(line)).Where(line => line.Success).Select(line => (line.Groups[2].Value, line.Groups[1].Value == "ok"));

    [GeneratedRegex("^(ok|not ok) [0-9]+ - (.*)$")]
    private static partial Regex Line();
}
