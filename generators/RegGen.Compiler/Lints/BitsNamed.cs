using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>Every bit of a register with fields belongs to one, or the description says what is written into those of none.</summary>
sealed class BitsNamed : Check
{
    public override Rule Rule { get; } = new("RG4004", Severity.Warning, "Bits of no field",
        "Name them, or say that they are reserved: by a field, or by 'reserved' on the register or the device.", IsLint: true);

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in device.AllRegisters.Where(register => register.Fields.Count > 0 && register.Reserved == ReservedPolicy.None))
        {
            ulong named = register.Fields.Aggregate(0UL, (bits, field) => bits | field.Mask);
            string[] gaps = [.. Gaps(named, register.Width)];
            if (gaps.Length > 0)
            {
                reporter.Report(Rule, register.Path, $"{register.FullName} has bits of no field: {string.Join(", ", gaps)}.");
            }
        }
    }

    // From the highest bit down: 7..5, 3.
    static IEnumerable<string> Gaps(ulong named, int width)
    {
        for (int high = width - 1; high >= 0; high--)
        {
            int low = high;
            while (low >= 0 && (named >> low & 1) == 0)
            {
                low--;
            }

            if (low < high)
            {
                yield return low + 1 == high ? $"{high}" : $"{high}..{low + 1}";
                high = low;
            }
        }
    }
}
