using System.Globalization;

namespace RegGen.Scale;

/// <summary>The results, one a line, each beside what was aimed at and what the field's other generators take.</summary>
static class Table
{
    public static void PrintHead() => Print("what", "measured", "target", "", "others, about the same input");

    /// <summary>A time or a size in memory. Never a reason to fail: the machine may be busy.</summary>
    public static void Print(string what, double value, string unit, double? most, string others = "") =>
        Print(what, Spell(value, unit), most is { } limit ? $"<= {Spell(limit, unit)}" : "-", most is null ? "" : Verdict(value <= most), others);

    /// <summary>A count, which is the same on every run.</summary>
    /// <returns>Whether it is within the limit.</returns>
    public static bool Count(string what, long value, string unit, long most, string others = "")
    {
        Print(what, Spell(value, unit), $"<= {Spell(most, unit)}", Verdict(value <= most), others);
        return value <= most;
    }

    static void Print(string what, string value, string target, string verdict, string others) =>
        Console.WriteLine($"{what,-58} {value,10}  {target,-12} {verdict,-6} {others}".TrimEnd());

    static string Verdict(bool met) => met ? "met" : "MISSED";

    static string Spell(double value, string unit) => value.ToString(unit is "s" ? "0.00" : "#,0", CultureInfo.InvariantCulture) + (unit.Length > 0 ? $" {unit}" : "");
}
