using System.Diagnostics;
using RegGen.Compiler;

namespace RegGen.Scale;

/// <summary>Text to C# in a process that has done it before, as in a build server or an editor.</summary>
/// <param name="Milliseconds">Median of the rounds, by the clock.</param>
/// <param name="Busy">Milliseconds that the processors worked in a round, the least of the rounds.</param>
/// <param name="Allocated">Bytes allocated in one round.</param>
/// <param name="Output">Bytes of C#.</param>
sealed record Warm(double Milliseconds, double Busy, long Allocated, long Output)
{
    public static Warm Measure(string description, int rounds)
    {
        string emitted = "";
        double[] times = new double[rounds];
        double busy = double.MaxValue;
        long allocated = 0;
        for (int round = -2; round < rounds; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan worked = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            emitted = Emit(description);
            double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (round >= 0)
            {
                times[round] = time;
                busy = Math.Min(busy, (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
            }
        }

        Array.Sort(times);
        return new(times[rounds / 2], busy, allocated, System.Text.Encoding.UTF8.GetByteCount(emitted));
    }

    public static string Emit(string description) =>
        DeviceCompiler.Emit(DeviceCompiler.Parse("synthetic.regs.yaml", description).Device!, new("Devices", "public"));
}
