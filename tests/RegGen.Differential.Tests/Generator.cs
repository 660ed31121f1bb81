using RegGen.Metadata;

namespace RegGen.Differential.Tests;

/// <summary>Chooses accesses at random: what a legal program might do next, so that every register has its turn.</summary>
/// <param name="plan">The device.</param>
/// <param name="seed">What the choice follows from.</param>
sealed class Generator(DevicePlan plan, int seed)
{
    // Of several that could be done, the one done least often is taken: registers behind banks and windows answer seldom.
    const int Choices = 8;
    const int SelectorWeight = 50;

#pragma warning disable CA5394 // Nothing secret: the same seed has to give the same program.
    readonly Random _random = new(seed);
#pragma warning restore CA5394
    readonly ushort[] _ports = [.. PortsOf(plan)];
    static readonly bool[] s_directions = [false, true];

    readonly int[] _widths = [8, 8, 8, 8, 16, 32];
    readonly HashSet<string> _selectors = Follower.SelectorsOf(plan.Map);

    /// <summary>How often each register was reached in each direction.</summary>
    public Dictionary<(string Register, bool IsWrite), int> Reached { get; } = [];

    /// <summary>Makes the next access.</summary>
    public Step Next(Session session)
    {
        (RawAccess Access, IReadOnlyList<DecodedRegister> Found, double Score)? best = null;
        for (int choice = 0, tried = 0; choice < Choices; tried++)
        {
            if (tried > 10_000)
            {
                throw new InvalidOperationException($"{plan.Name} is in a state in which nothing is legal.");
            }

            if (session.Legal(Propose(session)) is not var (access, found))
            {
                continue;
            }

            choice++;
            double score = found.Max(part => Score(part, access.IsWrite)) * (found.Count > 1 ? 4 : 1);
            if (best is null || score < best.Value.Score)
            {
                best = (access, found, score);
            }

            if (choice == 1 && _random.Next(4) == 0)
            {
                break;
            }
        }

        foreach (DecodedRegister part in best!.Value.Found)
        {
            var key = (Follower.PlainName(part), best.Value.Access.IsWrite);
            Reached[key] = Reached.GetValueOrDefault(key) + 1;
        }

        return session.Do(best.Value.Access, best.Value.Found);
    }

    /// <summary>The registers that were never reached in a direction that they have, and that no limit keeps from being reached.</summary>
    public IEnumerable<string> Missing() =>
        from register in plan.Map.AllRegisters
        from isWrite in s_directions
        where (isWrite ? register.Register.CanWrite : register.Register.CanRead)
            && !Reached.ContainsKey((register.Name, isWrite))
            && !plan.Unnamed.Contains(register.Name)
            && !plan.Map.Windows.Any(window => window.Data.Contains(register.Name))
            && !plan.Limits.Any(limit => (isWrite ? limit.NeverWritten : limit.NeverRead) && limit.While is null
                && limit.Register.Split('|').Contains(register.Name))
        select $"{register.Name} was never {(isWrite ? "written" : "read")}";

    double Score(DecodedRegister part, bool isWrite) =>
        Reached.GetValueOrDefault((Follower.PlainName(part), isWrite)) / (isWrite && _selectors.Contains(part.Name) ? (double)SelectorWeight : 1);

    RawAccess Propose(Session session)
    {
        int width = _widths[_random.Next(_widths.Length)];
        bool isWrite = _random.Next(2) == 0;
        return new(_ports[_random.Next(_ports.Length)], width, isWrite, isWrite ? Value(width) : 0);
    }

    uint Value(int width)
    {
        uint all = uint.MaxValue >> (32 - width);
        return all & _random.Next(8) switch
        {
            0 => 0,
            1 => uint.MaxValue,
            2 => 1u << _random.Next(width),
            3 => ~(1u << _random.Next(width)),
            _ => (uint)_random.NextInt64(),
        };
    }

    static IEnumerable<ushort> PortsOf(DevicePlan plan) =>
        RegGen.Claims.PortClaim.At(plan.Map.Name, plan.Base, [.. plan.Map.Claim.Ranges.Select(range => (range.First, range.Last))]).Ranges
            .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Select(port => (ushort)port);
}
