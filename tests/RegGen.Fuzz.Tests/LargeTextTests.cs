using RegGen.Compiler;

namespace RegGen.Fuzz.Tests;

/// <summary>The tests that run while no other does, since they look at what the whole process works.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Large texts are answered in time and memory that grow no faster than the text. The time is the processor's: others may keep the machine busy.</summary>
[Collection(nameof(Alone))]
public sealed class LargeTextTests
{
    const string Head = "reggen: 1\ndevice: T\nsize: 0x1_0000\nregisters:\n";

    public static TheoryData<string> Fillings =>
        ["registers", "comments", "spaces", "line ends", "one text", "one quoted text", "one block text", "brackets", "wrong keys", "wrong references", "flow map", "list items"];

    [Theory]
    [MemberData(nameof(Fillings))]
    public void A_file_of_50_megabytes_is_refused_at_once(string filling)
    {
        Description description = Timed(Filled(filling, 50_000_000), TimeSpan.FromSeconds(10), out _);

        Assert.Equal("RG0007", Assert.Single(description.Findings).Rule.Id);
    }

    // Twice the text may take twice the time and memory, and some noise; four times would mean that it grows with the square.
    [Theory]
    [MemberData(nameof(Fillings))]
    public void Work_grows_no_faster_than_the_text(string filling)
    {
        Timed(Filled(filling, 400_000), TimeSpan.MaxValue, out long less);
        Timed(Filled(filling, 1_600_000), TimeSpan.FromSeconds(60), out long more);

        Assert.InRange(more, 0, (less * 6) + 10_000_000);
    }

    static string Filled(string filling, int length) => filling switch
    {
        "registers" => Head + Lines(length, i => $"  R{i}: {{ at: {i & 0xFFFF}, fields: {{ A: 0, B: 7..1 }} }}\n"),
        "comments" => Lines(length, _ => "# a remark that says nothing\n"),
        "spaces" => new string(' ', length),
        "line ends" => new string('\n', length),
        "one text" => "doc: " + new string('x', length),
        "one quoted text" => "doc: \"" + new string('x', length) + "\"\n",
        "one block text" => "doc: |\n" + Lines(length, _ => "  a line of the text\n"),
        "brackets" => new string('[', length),
        "wrong keys" => "reggen: 1\n" + Lines(length, i => $"registrs{i}: 1\n"),
        "wrong references" => Head + Lines(length, i => $"  R{i}: {{ at: {i & 0xFFFF}, when: Q{i} == 1 }}\n"),
        "flow map" => "enums: { A: { " + Lines(length, i => $"M{i}: {i}, ") + "} }",
        _ => "tags:\n" + Lines(length, _ => "- a\n"),
    };

    static string Lines(int length, Func<int, string> line)
    {
        var text = new System.Text.StringBuilder(length + 100);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(line(i));
        }

        return text.ToString();
    }

    static Description Timed(string text, TimeSpan most, out long allocated)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        Description description = DeviceCompiler.Parse("large.regs.yaml", text);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        TestContext.Current.TestOutputHelper?.WriteLine($"{text.Length} characters: {time.TotalMilliseconds:0} ms, {allocated >> 20} MB");
        Assert.True(time < most, $"It took {time}.");
        Assert.DoesNotContain(description.Findings, finding => finding.Rule.Id == CompilerRules.Internal.Id);
        return description;
    }
}
