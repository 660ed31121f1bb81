using System.Diagnostics;

namespace RegGen.Benchmarks.Measuring;

/// <summary>Two loops, measured in turn in one process: only neighbours in time can be compared.</summary>
/// <param name="Subject">What is measured, in each of its places in memory. Takes a number of repetitions.</param>
/// <param name="Reference">What it is measured against, likewise.</param>
/// <param name="Repetitions">In one round: long against the clock's resolution, short against the scheduler's slice.</param>
sealed record Contest(Func<long, long>[] Subject, Func<long, long>[] Reference, long Repetitions)
{
    static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    public Outcome Run(int rounds)
    {
        WarmUp();
        double[] ratios = new double[rounds];
        double[] subject = new double[rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < rounds; round++)
        {
            // Turn about, so that neither is always the first after an interruption.
            bool first = round % 2 == 0;
            Func<long, long> its = Subject[round / 2 % Subject.Length];
            Func<long, long> theirs = Reference[round / 2 / Subject.Length % Reference.Length];
            double one = Time(first ? its : theirs, Repetitions);
            double other = Time(first ? theirs : its, Repetitions);
            subject[round] = first ? one : other;
            ratios[round] = first ? one / other : other / one;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(ratios);
        Array.Sort(subject);
        return new(ratios[rounds / 2], ratios[rounds / 4], ratios[rounds * 3 / 4], subject[rounds / 2] / Repetitions, allocated);
    }

    static double Time(Func<long, long> loop, long repetitions)
    {
        long start = References.Clock;
        loop(repetitions);
        return References.Clock - start;
    }

    // Many short calls: the JIT counts calls, waits for a quiet moment and compiles again with what it has learnt.
    void WarmUp()
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_warmUp)
        {
            Array.ForEach(Subject, loop => Time(loop, 1 + (Repetitions / 100)));
            Array.ForEach(Reference, loop => Time(loop, 1 + (Repetitions / 100)));
            Thread.Sleep(1);
        }
    }
}
