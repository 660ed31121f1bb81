using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>The widths of accesses are those of a register at ports: its own, and parts of it.</summary>
sealed class WidthsFit : Check
{
    public override Rule Rule { get; } = new("RG2163", Severity.Error, "Widths that do not fit",
        "Name the register's own width and narrower ones, in each direction that it has.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (RegisterModel register in Sound(device.AllRegisters, reporter).Where(register => register.Widths is not null && register.PreviousOf is null))
        {
            if ((WhyNot(register) ?? Direction(register, "read", register.CanRead, register.Widths!.Read) ?? Direction(register, "written", register.CanWrite, register.Widths.Write)) is { } what)
            {
                reporter.Report(Rule, $"{register.Path}/widths", $"{register.Title} {what}.");
            }
        }
    }

    static string? WhyNot(RegisterModel register) =>
        register.Width > 32 ? "has 64 bits, which go over the bus in halves"
        : register.Window is not null ? "stands in a window, whose data registers tell the widths"
        : register.Array is not null ? "is one of several"
        : register.Exact ? "is 'exact', so that no other width reaches it"
        : register.Transfer is not null ? "goes through a narrower port"
        : register.Shadow ? "has a shadow, which is written whole"
        : register.Fifo ? "is a queue, of which an access takes one entry"
        : register.IsDoubled ? "keeps its last two values, which are written whole"
        : null;

    static string? Direction(RegisterModel register, string done, bool has, EquatableArray<int> widths) =>
        widths.Count == 0 ? null
        : !has ? $"cannot be {done}, so there is no width for that"
        : widths.FirstOrDefault(width => width > register.Width) is > 0 and var wider ? $"has {register.Width} bits; an access of {wider} reaches beyond"
        : !widths.Contains(register.Width) ? $"is {done} as {register.Width} bits, so that width is needed too"
        : null;
}
