using RegGen.Backends;

namespace RegGen.Differential.Tests;

/// <summary>What came of a program on the simulator and on QEMU.</summary>
sealed class Comparison
{
    const int Batch = 500;

    readonly HashSet<Difference> _seen = [];

    /// <summary>The steps so far.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>What QEMU answered to each.</summary>
    public List<uint> Answers { get; } = [];

    /// <summary>The first step at which they differ without justification; -1 if none.</summary>
    public int Failed { get; private set; } = -1;

    public int Reads { get; private set; }

    public int Agreed { get; private set; }

    /// <summary>The reads that differed in justified bits only.</summary>
    public int Justified { get; private set; }

    public IReadOnlySet<Difference> Seen => _seen;

    /// <summary>Compares random programs until so many accesses are made, or one fails.</summary>
    public static Comparison OfRandom(int count, Generator generator, Session session, PortBackend qemu)
    {
        var comparison = new Comparison();
        while (comparison.Steps.Count < count && comparison.Failed < 0)
        {
            var steps = new Step[Math.Min(Batch, count - comparison.Steps.Count)];
            for (int i = 0; i < steps.Length; i++)
            {
                steps[i] = generator.Next(session);
            }

            comparison.Run(steps, qemu);
        }

        return comparison;
    }

    /// <summary>Compares a given program; null if it is not legal from the start.</summary>
    public static Comparison? OfProgram(DevicePlan plan, IReadOnlyList<RawAccess> program, PortBackend qemu)
    {
        using var session = new Session(plan, qemu);
        var steps = new Step[program.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            if (session.Legal(program[i]) is not var (legal, found) || legal != program[i])
            {
                return null;
            }

            steps[i] = session.Do(legal, found);
        }

        var comparison = new Comparison();
        comparison.Run(steps, qemu);
        return comparison;
    }

    void Run(Step[] steps, PortBackend qemu)
    {
        PortOperation[] program = [.. steps.Select(step => step.Access.Operation)];
        qemu.Run(program);
        for (int i = 0; i < steps.Length; i++)
        {
            Steps.Add(steps[i]);
            Answers.Add((uint)program[i].Result);
            if (!steps[i].Access.IsWrite && !Judge(steps[i], (uint)program[i].Result))
            {
                Failed = Steps.Count - 1;
                return;
            }
        }
    }

    bool Judge(Step step, uint answer)
    {
        Reads++;
        uint differing = step.Answer ^ answer;
        foreach ((Difference difference, uint bits) in step.Excused)
        {
            if ((differing & bits) != 0)
            {
                _seen.Add(difference);
            }
        }

        Agreed += differing == 0 ? 1 : 0;
        Justified += differing != 0 && (differing & step.Mask) == 0 ? 1 : 0;
        return (differing & step.Mask) == 0;
    }
}
