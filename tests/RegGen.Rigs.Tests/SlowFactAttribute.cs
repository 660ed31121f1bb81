using System.Runtime.CompilerServices;
using Xunit.v3;

namespace RegGen.Rigs.Tests;

/// <summary>A test too slow for every commit: only <c>tests/rigs/full</c> finds it.</summary>
/// <remarks>An explicit test would count as skipped in every other run.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(SlowFactDiscoverer))]
public sealed class SlowFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber), ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Speed", "Slow")];
}
