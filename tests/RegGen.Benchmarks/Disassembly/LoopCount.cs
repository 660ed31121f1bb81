using RegGen.Benchmarks.Measuring;

namespace RegGen.Benchmarks.Disassembly;

/// <summary>Counts how many instructions a generated read has more than the barest C loop: the same on every run, so it may fail one.</summary>
static class LoopCount
{
    const int Limit = 8;

    /// <summary>Prints the two loops, if asked, and the count.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public static bool Check(bool showLoops)
    {
        Listing generated = new(JitListing.Of($"{nameof(Loops.GeneratedRead)}*", Modes.Reads, Modes.RoundsOption, "1"));
        Listing bare = Listing.Of(File.ReadAllLines(References.Listing), "bare0");
        if (showLoops)
        {
            Show("uart.Lsr.Read() in a loop, by the JIT", generated.Loop());
            Show("of these, the runtime's GC poll", generated.Poll());
            Show("the barest C loop", bare.Loop());
        }

        int more = generated.Loop().Count - generated.Poll().Count - bare.Loop().Count;
        return Table.Print("JIT", "instructions more than the barest C loop, GC poll aside", more, Limit);
    }

    static void Show(string what, List<string> instructions)
    {
        Console.WriteLine($"{what}: {instructions.Count}");
        instructions.ForEach(instruction => Console.WriteLine($"    {instruction}"));
        Console.WriteLine();
    }
}
