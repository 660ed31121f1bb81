using System.Diagnostics;
using RegGen.Backends;

namespace RegGen.Differential.Tests;

/// <summary>Leaves out what a failing program does not need: one register after the other, then halves of it, quarters, down to single accesses.</summary>
static class Shrinker
{
    static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    public static Comparison Shrink(DevicePlan plan, Comparison failed, Func<PortBackend> start)
    {
        long begun = Stopwatch.GetTimestamp();
        foreach (string name in failed.Steps.Take(failed.Failed).Select(step => step.Name).Distinct().ToArray())
        {
            Try(i => failed.Steps[i].Name != name || i == failed.Failed);
        }

        for (int chunk = failed.Failed / 2; chunk > 0; chunk /= 2)
        {
            for (int first = 0; first + chunk <= failed.Failed;)
            {
                first += Try(i => i < first || i >= first + chunk) ? 0 : chunk;
            }
        }

        return failed;

        bool Try(Func<int, bool> stays)
        {
            if (Stopwatch.GetElapsedTime(begun) > s_longest)
            {
                return false;
            }

            RawAccess[] program = [.. failed.Steps.Take(failed.Failed + 1).Where((_, i) => stays(i)).Select(step => step.Access)];
            using PortBackend qemu = start();
            if (Comparison.OfProgram(plan, program, qemu) is not { Failed: >= 0 } shorter)
            {
                return false;
            }

            failed = shorter;
            return true;
        }
    }
}
