using System.Globalization;
using RegGen.Benchmarks;
using RegGen.Benchmarks.Disassembly;
using RegGen.Benchmarks.Measuring;

(string mode, int rounds)? wanted = args switch
{
    [] => ("", 1000),
    [Modes.RoundsOption, var count] => ("", int.Parse(count, CultureInfo.InvariantCulture)),
    [Modes.Here or Modes.Reads or Modes.Guest or Modes.Disassembly] => (args[0], 1000),
    [Modes.Here or Modes.Reads or Modes.Guest, Modes.RoundsOption, var count] => (args[0], int.Parse(count, CultureInfo.InvariantCulture)),
    _ => null,
};
if (wanted is not var (mode, rounds))
{
    Console.Error.WriteLine(Modes.Usage);
    return 2;
}

if (mode is "" or Modes.Guest)
{
    Table.PrintHead();
}

bool met = mode switch
{
    Modes.Here => PortlessContests.Run(rounds),
    Modes.Reads => PortlessContests.RunReads(rounds),
    Modes.Guest => GuestContests.Run(rounds),
    Modes.Disassembly => LoopCount.Check(showLoops: true),
    _ => PortlessContests.Run(rounds)
        & LoopCount.Check(showLoops: false)
        & NativeProgram.Run(Modes.Here, Modes.RoundsOption, rounds.ToString(CultureInfo.InvariantCulture)),
};
return met ? 0 : 1;
