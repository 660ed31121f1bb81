using System.Collections.Concurrent;
using RegGen.Compiler.Model;
using RegGen.Fuzz.Tests.Grammar;
using RegGen.Fuzz.Tests.Properties;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests;

/// <summary>200,000 texts, most of them wrong: each is answered properly, and what is accepted compiles without warnings and runs.</summary>
public sealed class FuzzTests
{
    const int MostBundles = 120;

    [Fact]
    public void Mutated_descriptions_are_understood_or_answered()
    {
        var accepted = new Accepted();
        new Campaign(Mutants.Make, text => accepted.Offer(text, Answer.To(text))).Run(60_000);

        Assert.NotEqual(0, accepted.Count);
        Programs.CompileAndRun(accepted.Sample);
        if (accepted.Count > 1_000)
        {
            Assert.Equal("", string.Join(", ", KeyCoverage.OfOneFile.Except(accepted.Keys)));
        }
    }

    [Fact]
    public void Random_texts_are_understood_or_answered() => new Campaign(RandomText.Make, text => Answer.To(text)).Run(125_000);

    [Fact]
    public void Mutated_files_that_use_each_other_are_understood_or_answered()
    {
        var accepted = new ConcurrentDictionary<string, DeviceModel>();
        new Campaign(Bundles.Make, bundle =>
        {
            // The same ones in each run.
            if (BundleAnswer.To(bundle)?.Device is { } device && bundle.Length % 8 == 0)
            {
                accepted.TryAdd(bundle, device);
            }
        }).Run(15_000);

        Assert.NotEmpty(accepted);
        Programs.CompileAndRun(accepted.OrderBy(each => each.Key, StringComparer.Ordinal).Take(MostBundles));
    }

    // Each of these is about eight cases: the text as it was made, and what is left of it after each repair.
    [Fact]
    public void Descriptions_made_from_the_tables_of_keys_compile_and_run()
    {
        var accepted = new Accepted();
        new Campaign(DescriptionWriter.Make, text => Offer(accepted, text)).Run(3_000);

        Assert.NotEqual(0, accepted.Count);
        Programs.CompileAndRun(accepted.Sample);
    }

    static void Offer(Accepted accepted, string text)
    {
        (string rest, Answer answer) = Repair.Run(text);
        accepted.Offer(rest, answer);
    }
}
