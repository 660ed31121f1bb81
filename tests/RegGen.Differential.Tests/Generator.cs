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

    // What stands after a reset is seen before anything is written that does not select.
    const int FirstReads = 500;

    static readonly int[] s_widths = [8, 8, 8, 8, 16, 32];
    static readonly bool[] s_directions = [false, true];

#pragma warning disable CA5394 // Nothing secret: the same seed has to give the same program.
    readonly Random _random = new(seed);
#pragma warning restore CA5394
    readonly ushort[] _ports = [.. PortsOf(plan)];
    readonly HashSet<string> _selectors = Follower.SelectorsOf(plan.Map);
    int _made, _unanswered;

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

            if (session.Legal(Propose()) is not var (access, found) || (_made < FirstReads && access.IsWrite && !found.All(part => _selectors.Contains(part.Name))))
            {
                continue;
            }

            choice++;
            double score = found.Count == 0 ? _unanswered * 4 : found.Max(part => Score(part, access.IsWrite)) * (found.Count > 1 ? 4 : 1);
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

        _made++;
        _unanswered += best.Value.Found.Count == 0 ? 1 : 0;
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
        Reached.GetValueOrDefault((Follower.PlainName(part), isWrite)) / WeightOf(part.Name, isWrite);

    double WeightOf(string register, bool isWrite) => plan.Weights.TryGetValue(register, out double weight) ? weight : isWrite && _selectors.Contains(register) ? SelectorWeight : 1;

    RawAccess Propose()
    {
        int width = s_widths[_random.Next(s_widths.Length)];
        bool isWrite = _random.Next(2) == 0;
        ushort port = _ports[_random.Next(_ports.Length)];
        uint value = !isWrite ? 0 : plan.Values.TryGetValue(port, out uint[]? likely) && _random.Next(2) == 0 ? likely[_random.Next(likely.Length)] : Value(width);
        return new(port, width, isWrite, value);
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
