using System.Globalization;

namespace RegGen.Compiler.Model;

/// <summary>Times as descriptions write them: a number and a unit.</summary>
static class StepTime
{
    static readonly (string Unit, long Nanoseconds)[] s_units = [("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000)];

    /// <summary>100ns, 3.3us, 10ms, 1s; up to an hour.</summary>
    public static bool TryParse(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        int digits = text.TakeWhile(c => c is (>= '0' and <= '9') or '.').Count();
        (string _, long factor) = s_units.FirstOrDefault(unit => unit.Unit == text.Substring(digits).Trim());
        if (factor == 0 || !decimal.TryParse(text.Substring(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            || number * factor is < 1 or > 3_600_000_000_000)
        {
            return false;
        }

        nanoseconds = (long)(number * factor);
        return true;
    }

    /// <summary>In the largest unit that leaves at least 1: 3.3us.</summary>
    public static string Spelled(long nanoseconds)
    {
        (string unit, long factor) = s_units.Last(unit => nanoseconds >= unit.Nanoseconds);
        return ((decimal)nanoseconds / factor).ToString("0.#########", CultureInfo.InvariantCulture) + unit;
    }
}
