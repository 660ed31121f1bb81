using RegGen.Fuzz.Tests.Properties;
using RegGen.Fuzz.Tests.Sources;

namespace RegGen.Fuzz.Tests;

/// <summary>200,000 texts, most of them wrong.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Mutated_descriptions_are_understood_or_answered() => new Campaign(Mutants.Make, text => Answer.Check(text)).Run(120_000);

    [Fact]
    public void Random_texts_are_understood_or_answered() => new Campaign(RandomText.Make, text => Answer.Check(text)).Run(60_000);
}
