namespace RegGen.Metadata;

/// <summary>The bits that choose which registers are reached: of a window's index, of a bank's selector.</summary>
static class SelectingBits
{
    /// <summary>By full name of the register.</summary>
    public static IReadOnlyDictionary<string, ulong> Of(DeviceMap map) => map.Windows.Where(window => window.Select.Count == 0)
        .Select(window => (Register: window.Index, Bits: window.IndexMask))
        .Concat(map.Windows.SelectMany(window => window.Ways).SelectMany(way => way.Select).Where(step => !step.IsRead).Select(step => (step.Register, Bits: step.Reach)))
        .Concat(map.AllRegisters.SelectMany(known => known.Register.When.Concat(known.Register.WritePlace?.When ?? [])).Select(condition => (condition.Register, Bits: condition.Mask)))
        .GroupBy(part => part.Register, part => part.Bits)
        .ToDictionary(register => register.Key, register => register.Aggregate(0ul, (bits, part) => bits | part));
}
