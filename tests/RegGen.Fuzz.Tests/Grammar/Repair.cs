using RegGen.Fuzz.Tests.Properties;

namespace RegGen.Fuzz.Tests.Grammar;

/// <summary>Takes out of a description what is wrong, until the rest is accepted. Each step is a case of its own.</summary>
static class Repair
{
    const int MostSteps = 10;

    /// <summary>The answer to what is left: an accepted text, or the last one that was not.</summary>
    public static (string Text, Answer Answer) Run(string text)
    {
        Answer answer = Answer.To(text);
        for (int step = 0; step < MostSteps && answer.CSharp is null; step++)
        {
            text = Without(text, [.. answer.Description.Findings.Where(finding => finding.IsError).Select(finding => finding.Span.Line - 1)]);
            answer = Answer.To(text);
        }

        return (text, answer);
    }

    // A line goes with what is indented below it.
    static string Without(string text, HashSet<int> wrong)
    {
        List<string> kept = [];
        int removed = int.MaxValue;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int indentation = lines[i].Length - lines[i].TrimStart(' ').Length;
            removed = indentation > removed && lines[i].Length > 0 ? removed : wrong.Contains(i) ? indentation : int.MaxValue;
            if (removed == int.MaxValue)
            {
                kept.Add(lines[i]);
            }
        }

        return string.Join('\n', kept);
    }
}
