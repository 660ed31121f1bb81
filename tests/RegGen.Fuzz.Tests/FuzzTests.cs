using RegGen.Fuzz.Tests.Grammar;
using RegGen.Fuzz.Tests.Properties;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests;

/// <summary>200,000 texts, most of them wrong: each is answered properly, and what is accepted compiles without warnings and runs.</summary>
public sealed class FuzzTests
{
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
