using System.Globalization;
using RegGen.Rigs;

namespace RegGen.Differential.Tests;

/// <summary>Collects a row of each device, and writes the table that CI prints when the last test has run.</summary>
public sealed class DifferentialTable : IDisposable
{
    readonly Lock _gate = new();
    readonly SortedDictionary<string, string[]> _rows = new(StringComparer.Ordinal);

    internal void Add(DevicePlan plan, int seed, Comparison comparison)
    {
        lock (_gate)
        {
            _rows[plan.Name] = [plan.Name, Text(seed), Text(comparison.Steps.Count), Text(comparison.Reads), Text(comparison.Agreed), Text(comparison.Justified), Text(plan.Differences.Count)];
        }
    }

    public void Dispose()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        string[][] all = [["device", "seed", "accesses", "reads compared", "agreed", "justified", "differences listed"], .. _rows.Values];
        int[] widths = [.. Enumerable.Range(0, all[0].Length).Select(column => all.Max(row => row[column].Length))];
        string path = Repository.At(".artifacts", "rigs", "differential.table");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, all.Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))));
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
