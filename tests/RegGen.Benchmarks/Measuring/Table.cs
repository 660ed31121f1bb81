using System.Globalization;

namespace RegGen.Benchmarks.Measuring;

/// <summary>The results, one a line. Prints each as it comes, since one program's lines continue another's.</summary>
static class Table
{
    public static void PrintHead() => Print("", "what", "ratio", "quartiles", "target", "");

    /// <summary>A ratio. Time is never a reason to fail: the machine may be busy.</summary>
    public static void Print(string how, string what, Outcome outcome, double? target) => Print(how, what,
        Spell(outcome.Ratio), $"{Spell(outcome.Low)} to {Spell(outcome.High)}", target is { } most ? $"<= {Spell(most)}" : "-",
        $"{Verdict(target is not { } limit || outcome.Ratio <= limit, target is null)} ({outcome.Nanoseconds.ToString("0.0", CultureInfo.InvariantCulture)} ns)");

    /// <summary>A count, which is the same on every run.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public static bool Print(string how, string what, long count, long limit)
    {
        Print(how, what, count.ToString(CultureInfo.InvariantCulture), "", $"<= {limit}", Verdict(count <= limit, false));
        return count <= limit;
    }

    static void Print(string how, string what, string ratio, string quartiles, string target, string verdict) =>
        Console.WriteLine($"{how,-4} {what,-62} {ratio,6}  {quartiles,-13} {target,-8} {verdict}".TrimEnd());

    static string Verdict(bool met, bool silent) => silent ? "" : met ? "met" : "MISSED";

    static string Spell(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
