using RegGen.Rigs;

namespace RegGen.Devices.Tests;

/// <summary>No description without its tests.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Every_device_has_an_identity_and_a_round_trip_test()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.At("devices"), "*.regs.yaml", SearchOption.AllDirectories))
        {
            if (File.ReadLines(file).FirstOrDefault(line => line.StartsWith("device: ", StringComparison.Ordinal)) is not { } line)
            {
                continue;
            }

            string name = $"{line["device: ".Length..].Trim()}Tests";
            Type? tests = typeof(CatalogTests).Assembly.GetTypes().FirstOrDefault(type => type.Name == name);
            Assert.True(tests is not null, $"{file} has no tests: write {name} beside {nameof(CatalogTests)}.");
            Assert.All((string[])["Identity", "Round_trip"], test =>
                Assert.True(tests.GetMethod(test) is not null, $"{name} has no test {test}."));
        }
    }
}
