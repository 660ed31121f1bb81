using System.Text;

namespace RegGen.Recording;

/// <summary>Expected accesses beside what was done, around the first difference.</summary>
static class SideBySide
{
    const int LinesAround = 4, LeastWidth = 28;

    /// <summary>
    /// <code>
    ///      expected                     actual
    ///    6 COM2.LCR -> 0x03             COM2.LCR -> 0x03
    /// >  7 COM2.LCR &lt;- 0x83             COM2.LCR &lt;- 0x03
    ///    8 COM2.DLL &lt;- 0x0C
    ///      ... 5 more
    /// </code>
    /// </summary>
    /// <param name="at">Index of the difference; the number of expected accesses if they were all done.</param>
    /// <param name="count">Number of expected accesses.</param>
    /// <param name="expected">Spells the expected access of an index.</param>
    /// <param name="did">What was done at the difference.</param>
    public static string Of(int at, int count, Func<int, string> expected, string did)
    {
        int first = Math.Max(0, at - LinesAround), last = Math.Min(Math.Max(at, count - 1), at + LinesAround);
        string[] planned = [.. Enumerable.Range(first, last - first + 1).Select(i => i < count ? expected(i) : "")];
        int width = Math.Max(LeastWidth, planned.Max(line => line.Length) + 1);
        var text = new StringBuilder("     ").Append("expected".PadRight(width)).Append("actual");
        Omitted(text, first);
        for (int i = first; i <= last; i++)
        {
            string done = i < at ? planned[i - first] : i == at ? did : "";
            string number = FormattableString.Invariant($"{(i == at ? '>' : ' ')}{i + 1,3} ");
            text.Append('\n').Append((number + planned[i - first].PadRight(width) + done).TrimEnd());
        }

        Omitted(text, count - 1 - last);
        return text.ToString();
    }

    static void Omitted(StringBuilder text, int steps)
    {
        if (steps > 0)
        {
            text.Append(FormattableString.Invariant($"\n     ... {steps} more"));
        }
    }
}
