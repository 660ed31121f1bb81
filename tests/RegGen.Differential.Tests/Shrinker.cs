using System.Diagnostics;
using RegGen.Backends;

namespace RegGen.Differential.Tests;

/// <summary>Leaves out what a failing program does not need: halves of it, then quarters, down to single accesses.</summary>
static class Shrinker
{
    static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    public static Comparison Shrink(DevicePlan plan, Comparison failed, Func<PortBackend> start)
    {
        long begun = Stopwatch.GetTimestamp();
        for (int chunk = failed.Failed / 2; chunk > 0; chunk /= 2)
        {
            for (int first = 0; first + chunk <= failed.Failed && Stopwatch.GetElapsedTime(begun) < s_longest;)
            {
                RawAccess[] program = [.. failed.Steps.Take(failed.Failed + 1).Where((_, i) => i < first || i >= first + chunk).Select(step => step.Access)];
                using PortBackend qemu = start();
                if (Comparison.OfProgram(plan, program, qemu) is { Failed: >= 0 } shorter)
                {
                    failed = shorter;
                }
                else
                {
                    first += chunk;
                }
            }
        }

        return failed;
    }
}
