using System.Collections.Concurrent;
using CsCheck;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Tests.Emit;

namespace RegGen.Compiler.Tests;

/// <summary>Whatever happens to a description: no exception, each finding inside the file, and accepted code that compiles without warnings.</summary>
public sealed class RobustnessTests
{
    const int Mutants = 200;

    static readonly string[] Tokens =
    [
        "0", "1", "7", "8", "31", "32", "255", "256", "0xFFFF", "0x1_0000_0000", "99999999999999999999", "-1", "7..0", "0..7", "31..0", "rw", "ro", "wo", "rc", "w1c",
        "sc", "pop", "width: 16", "width: 32", "reset: 0", "shadow: true", "at: 1", "when: LCR.Dlab == 1", "when: LCR == 3", "LCR.Dlab", "LCR", "INDEX", "Cmos.RegisterA",
        "{", "}", "[", "]", ":", ",", "#", "\"", "'", "&a", "*a", "!t", "|", ">", "-", "?", "%", "@", "\t", "\n", "\r\n", "\u2028", "\0", "\uD800", "é", "==", ".", "~", "null",
        .. NamingTests.Nasty,
    ];

    static readonly string[] Originals = [.. DeviceFiles.All.Select(DeviceFiles.Read)];

    [Fact]
    public void Mutated_descriptions_are_understood_or_answered_by_findings()
    {
        var accepted = new ConcurrentDictionary<string, string>();
        Mutant.Sample(text =>
        {
            Description description = Yaml.Parse(text);
            foreach (Finding finding in description.Findings)
            {
                Assert.NotEqual("RG3003", finding.Rule.Id);
                Positions.AssertInside(text, finding.Span);
            }

            Assert.Equal(description.Device is null, description.Findings.Any(finding => finding.IsError));
            if (description.Device is { } device)
            {
                accepted[DeviceCompiler.Emit(device, new("Mutants", "public"))] = text;
            }
        }, iter: Mutants);

        Assert.True(accepted.Count > Mutants / 20, $"Only {accepted.Count} mutants were accepted: they are mutated too much to tell anything.");
        AssertCompiles([.. accepted]);
    }

    // Many in one compilation, each in a namespace of its own: hundreds of compilations would take minutes.
    static void AssertCompiles(KeyValuePair<string, string>[] accepted)
    {
        foreach (KeyValuePair<string, string>[] batch in accepted.Chunk(100))
        {
            string[] complaints = GeneratedCode.Complaints(batch.Select((each, i) => each.Key.Replace("namespace Mutants;", $"namespace Mutants{i};", StringComparison.Ordinal)));
            if (complaints.Length > 0)
            {
                KeyValuePair<string, string> culprit = batch.First(each => GeneratedCode.Complaints(each.Key).Length > 0);
                Assert.Fail($"{string.Join('\n', GeneratedCode.Complaints(culprit.Key))}\n{culprit.Value}");
            }
        }
    }

    static Gen<string> Mutant =>
        from text in OneOf(Originals)
        from edits in Gen.Select(Gen.Int[0, 5], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], OneOf(Tokens)).Array[1, 3]
        select edits.Aggregate(text, (before, edit) => Mutate(before, edit.Item1, edit.Item2, edit.Item3, edit.Item4));

    static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static string Mutate(string text, int kind, int first, int second, string token)
    {
        if (text.Length == 0)
        {
            return token;
        }

        (int start, int end) = Word(text, first % text.Length);
        string[] lines = text.Split('\n');
        return kind switch
        {
            0 or 1 => text[..start] + token + text[end..],
            2 => text.Insert(first % text.Length, token),
            3 => text.Remove(first % text.Length, Math.Min(1 + (second % 3), text.Length - (first % text.Length))),
            4 => string.Join('\n', lines.Where((_, i) => i != first % lines.Length)),
            _ => string.Join('\n', [.. lines[..(first % lines.Length)], lines[second % lines.Length], .. lines[(first % lines.Length)..]]),
        };
    }

    static (int Start, int End) Word(string text, int at)
    {
        int start = at, end = at + 1;
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
