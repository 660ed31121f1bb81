using Microsoft.CodeAnalysis;

namespace RegGen.Testing.Tests;

/// <summary>The driver as a user's test has it.</summary>
public sealed class RegGenDriverTests
{
    [Fact]
    public void Descriptions_beside_the_program_are_run_and_named_by_their_file_name()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "driver.regs.yaml");
        File.WriteAllText(path, "reggen: 1\ndevice: Timer\nsize: 1\nregisters: { COUNT: 0, LATE: 1 }\n");

        GeneratorDriver driver = RegGenDriver.Run("driver.regs.yaml");

        Assert.Equal("driver.regs.yaml", Assert.Single(driver.GetRunResult().Diagnostics).Location.GetLineSpan().Path);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_exception_of_the_test() =>
        Assert.Throws<FileNotFoundException>(() => RegGenDriver.Run("gone.regs.yaml"));

    [Fact]
    public void Sources_come_in_the_order_of_their_names()
    {
        GeneratorDriver driver = RegGenDriver.Run([Named("B"), Named("A")]);

        Assert.Equal(["A.g.cs", "B.g.cs"], RegGenDriver.Sources(driver).Select(source => source.Name));
        Assert.All(RegGenDriver.Sources(driver), source => Assert.Contains("\nnamespace Devices;\n", source.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_are_tracked() => Assert.NotEmpty(RegGenDriver.Run([Named("A")]).GetRunResult().Results[0].TrackedSteps);

    static DescriptionText Named(string device) => new($"{device}.regs.yaml", $"reggen: 1\ndevice: {device}\nsize: 1\nregisters: {{ COUNT: 0 }}\n");
}
