using System.Text.RegularExpressions;
using RegGen.Backends.Driver;
using RegGen.Claims;
using RegGen.Tool.Launching;

namespace RegGen.Tool.Policies;

/// <summary>Reads a policy: a line for each device or range of ports, with who may have it. What could never hold is an error.</summary>
/// <param name="groups">The file that knows the groups of Linux.</param>
sealed partial class PolicyReader(string groups = "/etc/group")
{
    readonly List<PolicyLine> _lines = [];
    readonly List<PolicyFinding> _findings = [];

    /// <summary>The entries, one for each range.</summary>
    public IReadOnlyList<PolicyLine> Lines => _lines;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<PolicyFinding> Findings => _findings;

    /// <summary>Whether it can be loaded.</summary>
    public bool IsSound => !_findings.Exists(finding => finding.IsError);

    /// <summary>Reads a policy.</summary>
    public static PolicyReader Read(string text, string groups = "/etc/group")
    {
        PolicyReader reader = new(groups);
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            reader.ReadLine(line.Split('#')[0], ++number);
        }

        if (reader._lines.Count > DriverAbi.MostEntries)
        {
            reader.Error(reader._lines[(int)DriverAbi.MostEntries].Line, 1,
                $"here begins entry {DriverAbi.MostEntries + 1}, and the driver takes {DriverAbi.MostEntries}: a range is an entry. Join ranges, or name fewer devices.");
        }

        return reader;
    }

    void ReadLine(string text, int line)
    {
        Match[] words = [.. Words().Matches(text).Cast<Match>()];
        if (words.Length == 0)
        {
            return;
        }

        if (words.Length < 3)
        {
            Error(line, words[0].Index + 1, "a line has ports, access and who: as 'uart16550@Com2 rw group:dialout'.");
            return;
        }

        PortRange[] ranges = Take(line, words[0], word => PortRanges.Parse(PortList.Of([word])).ToArray()) ?? [];
        byte access = Take(line, words[1], AccessOf);
        Principal? who = Take(line, words[2], word => Principal.Parse(word, groups));
        int flags = 0;
        foreach (Match word in words[Math.Min(3, words.Length)..])
        {
            flags |= Take(line, word, FlagOf);
        }

        if (ranges.Length == 0 || access == 0 || who is null)
        {
            return;
        }

        foreach (PortRange range in ranges)
        {
            _lines.Add(new(line, range, access, who, (byte)flags));
        }

        Denial[] denials = [.. ranges.SelectMany(Denials.Of).Distinct()];
        Require(line, words[0].Index + 1, denials, flags);
        int needed = denials.Aggregate(0, (sum, denial) => sum | denial.Flags);
        if ((flags & ~needed) != 0)
        {
            _findings.Add(new(line, words[3].Index + 1, false, $"none of the ports needs '{Denial.Spell(flags & ~needed)}': leave it out."));
        }
    }

    // The driver would refuse the one, and take the other without effect.
    void Require(int line, int column, Denial[] denials, int flags)
    {
        foreach (Denial denial in denials)
        {
            if (denial.IsNever)
            {
                Error(line, column, $"nobody gets {denial.Ports}, whatever the policy says: {denial.Reason}.");
            }
            else if ((denial.Flags & ~flags) != 0)
            {
                Error(line, column, $"{denial.Ports} needs '{Denial.Spell(denial.Flags & ~flags)}' behind who may have it: {denial.Reason}.");
            }
        }
    }

    static byte AccessOf(string word) => word switch
    {
        "r" => DriverAbi.AccessRead,
        "w" => DriverAbi.AccessWrite,
        "rw" => DriverAbi.AccessRead | DriverAbi.AccessWrite,
        _ => throw new PolicyException($"'{word}' is no access: write r, w or rw."),
    };

    static byte FlagOf(string word) => word switch
    {
        "system" => DriverAbi.PolicySystem,
        "danger" => DriverAbi.PolicyDanger,
        _ => throw new PolicyException($"'{word}' is no flag: there are system and danger."),
    };

    T? Take<T>(int line, Match word, Func<string, T> parse)
    {
        try
        {
            return parse(word.Value);
        }
        catch (Exception wrong) when (wrong is PolicyException or ClaimException)
        {
            Error(line, word.Index + 1, wrong.Message);
            return default;
        }
    }

    void Error(int line, int column, string message) => _findings.Add(new(line, column, true, message));

    [GeneratedRegex(@"\S+")]
    private static partial Regex Words();
}
