namespace RegGen.Benchmarks;

/// <summary>The words on the command line.</summary>
static class Modes
{
    public const string Here = "--here";
    public const string Reads = "--reads";
    public const string Guest = "--guest";
    public const string Disassembly = "--disassembly";
    public const string RoundsOption = "--rounds";
    public const string Usage = """
        RegGen.Benchmarks [MODE] [--rounds N]
          (no mode)       everything but the guest: under the JIT, ahead of time, and the count of instructions
          --here          only what this process can measure
          --reads         only generated reads over a stub: what is counted, which no other use of the accessors may have shaped
          --disassembly   only the count, with the loops that are counted
          --guest         a real port: only in tests/rigs/full's guest
        Exit code 1: something was allocated, or the instructions are over the limit. Ratios never fail: the machine may be busy.
        """;
}
