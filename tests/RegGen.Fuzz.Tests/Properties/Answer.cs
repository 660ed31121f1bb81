using System.Globalization;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Tests;

namespace RegGen.Fuzz.Tests.Properties;

/// <summary>
/// The compiler's answer to a text. What holds for the answer to any text: no exception, each finding a line of its own inside the file, an error or a device, the same in
/// every culture and every time, and no more work than the text is long.
/// </summary>
/// <param name="Description">What was understood, and the findings.</param>
/// <param name="CSharp">The C# if the text is accepted, else null.</param>
sealed record Answer(Description Description, string? CSharp)
{
    const int LongestLine = 1_000;
    // A few words can ask for an array of 4,096 registers.
    const long BytesAllowed = 100_000_000, BytesAllowedPerCharacter = 20_000;

    static readonly CultureInfo[] s_cultures = [.. new[] { "tr-TR", "fi-FI", "ar-SA", "de-CH" }.Select(Culture)];

    /// <summary>Asks the compiler, and checks what it says.</summary>
    public static Answer To(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Description description = DeviceCompiler.Parse("fuzz.regs.yaml", text);
        string? emitted = description.Device is { } device ? DeviceCompiler.Emit(device, new("Fuzz", "public")) : null;
        long work = GC.GetAllocatedBytesForCurrentThread() - before;

        Positions.AssertInside(text.TrimStart('\uFEFF'), description.Findings.SelectMany(finding => finding.Related.Select(related => related.Span).Prepend(finding.Span)));
        foreach (Finding finding in description.Findings)
        {
            CheckText(finding);
        }

        Assert.True(description.Content is null == description.HasErrors, "Neither a device or library nor an error, or both.");
        Assert.True(work < BytesAllowed + (text.Length * BytesAllowedPerCharacter), $"{work} bytes were allocated for {text.Length} characters.");
        if (emitted is not null)
        {
            Assert.DoesNotContain('\r', emitted);
        }

        // Only some texts a second time: the others use the time better.
        if (text.Length % 4 == 0)
        {
            CheckElsewhere(text, description, emitted);
        }

        return new(description, emitted);
    }

    static void CheckText(Finding finding)
    {
        string line = finding.Text;
        Assert.True(finding.Rule.Id != CompilerRules.Internal.Id, line);
        Assert.True(line.All(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029' or '\u202E')), $"A finding is one line of text: {line}");
        Assert.True(line.Length <= LongestLine, $"A finding has {line.Length} characters: {line[..Math.Min(line.Length, 200)]}");
    }

    static void CheckElsewhere(string text, Description expected, string? emitted)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = s_cultures[text.Length / 4 % s_cultures.Length];
        try
        {
            Description again = DeviceCompiler.Parse("fuzz.regs.yaml", text);
            Assert.Equal(expected.Findings.Select(finding => finding.ToString()), again.Findings.Select(finding => finding.ToString()));
            Assert.True(expected.Device == again.Device, "Two parses of one text gave different models.");
            Assert.True(expected.Device?.GetHashCode() == again.Device?.GetHashCode(), "Two equal models have different hash codes.");
            Assert.Equal(emitted, again.Device is { } device ? DeviceCompiler.Emit(device, new("Fuzz", "public")) : null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static CultureInfo Culture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
