using System.Globalization;

namespace RegGen.Backends;

/// <summary>Whether a program from outside is one: looked at once, before it runs.</summary>
static class ProgramCheck
{
    const int LongestShift = 63;

    /// <exception cref="ArgumentException">It is not; the message names the operation.</exception>
    public static void Require(ReadOnlySpan<PortOperation> program)
    {
        for (int i = 0; i < program.Length; i++)
        {
            if (Wrong(program[i], i, program.Length) is { } wrong)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Operation {i} of the program {wrong}."), nameof(program));
            }
        }
    }

    static string? Wrong(in PortOperation operation, int index, int length) => operation switch
    {
        { IsAccess: true, Width: not (PortWidth.Bits8 or PortWidth.Bits16 or PortWidth.Bits32) } => "has a width that no access has: 8, 16 or 32 bits",
        { From: < PortOperation.None } or { Beside: < PortOperation.None } => "refers to an operation before the first",
        _ when operation.From >= index || operation.Beside >= index => "takes bits of an operation that is not before it",
        { Shift: < -LongestShift or > LongestShift } => "shifts by more than 63",
        { Kind: PortOperationKind.Branch, Target: < 0 } => "goes to before the first operation",
        { Kind: PortOperationKind.Branch } when operation.Target > length && operation.Target != PortOperation.End => "goes to an operation that there is not",
        { Times: < 0 } => "repeats less than 0 times",
        _ when operation.Time < TimeSpan.Zero => "waits for less than no time",
        _ => null,
    };
}
