using System.Collections.Concurrent;

namespace RegGen.Fuzz.Tests;

/// <summary>
/// Many texts of one source, each made from a seed of its own, against a property. The first text that fails is shrunk and shown with its
/// seed. The seeds are the same in each run, so that a change is to blame for what it breaks; <c>REGGEN_FUZZ_SEED=n</c> begins with another,
/// or with that text again.
/// </summary>
/// <param name="source">Makes a text from a seeded generator of numbers.</param>
/// <param name="property">Throws if the text is answered wrongly.</param>
sealed class Campaign(Func<Random, string> source, Action<string> property)
{
    static readonly int s_first = int.TryParse(Environment.GetEnvironmentVariable("REGGEN_FUZZ_SEED"), out int seed) ? seed : 1;

    /// <summary>How many cases run for each hundred that a test asks for; <c>REGGEN_FUZZ_PERCENT=1</c> takes about a minute.</summary>
    static readonly int s_percent = int.TryParse(Environment.GetEnvironmentVariable("REGGEN_FUZZ_PERCENT"), out int percent) ? percent : 100;

    /// <summary>Runs so many cases on all processors.</summary>
    public void Run(int cases)
    {
        var failed = new ConcurrentBag<int>();
        Parallel.For(s_first, s_first + Math.Max(1, (int)((long)cases * s_percent / 100)), (seed, loop) =>
        {
            if (Failure(source(new Random(seed))) is not null)
            {
                failed.Add(seed);
                loop.Stop();
            }
        });
        if (!failed.IsEmpty)
        {
            Report(failed.Min());
        }
    }

    void Report(int seed)
    {
        string text = source(new Random(seed));
        string kind = Kind(Failure(text)!);
        string shortest = Shrinking.Shrink(text, shorter => Failure(shorter) is { } failure && Kind(failure) == kind);
        Assert.Fail($"REGGEN_FUZZ_SEED={seed}, {text.Length} characters, shrunk to {shortest.Length}:\n{shortest}\n-----\n{Failure(shortest)}");
    }

    // A shorter text must fail in the same way, or the search ends at another, simpler defect.
    static string Kind(Exception failure) => failure.GetType().Name + failure.Message[..Math.Min(12, failure.Message.Length)];

    Exception? Failure(string text)
    {
        try
        {
            property(text);
            return null;
        }
#pragma warning disable CA1031 // Whatever it throws, it failed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }
}
