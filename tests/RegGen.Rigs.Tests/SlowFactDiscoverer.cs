using Xunit.Sdk;
using Xunit.v3;

namespace RegGen.Rigs.Tests;

/// <summary>Finds slow tests where they were asked for.</summary>
public sealed class SlowFactDiscoverer : FactDiscoverer
{
    /// <summary>Set to any text, slow tests are found.</summary>
    public const string Variable = "REGGEN_SLOW";

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? new([]) : base.Discover(discoveryOptions, testMethod, factAttribute);
}
