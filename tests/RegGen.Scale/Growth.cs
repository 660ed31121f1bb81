namespace RegGen.Scale;

/// <summary>The cost of a register is the same in a small description and in a huge one.</summary>
static class Growth
{
    static readonly int[] s_registers = [1_000, 5_000, 10_000, 25_000, 50_000];

    /// <returns>Whether a register costs no more memory in the largest description than in the smallest.</returns>
    public static bool Print()
    {
        Warm? first = null, last = null;
        foreach (int registers in s_registers)
        {
            last = Warm.Measure(Synthetic.Description(registers), registers > 10_000 ? 1 : 3);
            first ??= last;
            Table.Print($"{registers:#,0} registers: processor time for each, warm", last.Busy * 1000 / registers, "us", null);
        }

        return Table.Count("  bytes allocated for a register at 50,000, of those at 1,000",
            last!.Allocated / s_registers[^1] * 100 / (first!.Allocated / s_registers[0]), "%", 110);
    }
}
