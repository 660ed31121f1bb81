using RegGen.Accessors.Tests.Access;
using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;
using RegGen.Backends;
using RegGen.Simulation;

namespace RegGen.Accessors.Tests.Simulation;

/// <summary>The simulator against registers made of reference bits: the same accesses, chosen by nobody, of all widths.</summary>
public sealed class SimulatorTests
{
    const int Accesses = 60;

    static readonly Dictionary<string, IEnumerable<ModeRegister>> s_families = new()
    {
        ["modifiable"] = ModeRegisters.Modifiable,
        ["written"] = ModeRegisters.Written,
        ["plain"] = ModeRegisters.Plain,
        ["in lanes"] = ModeRegisters.InLanes,
    };

    public static TheoryData<string> Families => [.. s_families.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void It_answers_and_keeps_what_the_reference_does(string family)
    {
        (string text, IReadOnlyList<ModeRegister> registers) = ModeRegister.Describe(s_families[family]);
        var simulator = new SimulatedBackend();
        using var device = new CompiledDevice(text, simulator);
        SimulatedDevice simulated = simulator.Add(device.Map, 0);
        var reference = new ReferencePorts(registers);
        foreach (ModeRegister register in registers)
        {
            Compare(register, simulator, simulated, reference);
        }
    }

    // What is queued is read first; then reading does to it what it does.
    [Fact]
    public void A_read_takes_what_is_queued()
    {
        (string text, IReadOnlyList<ModeRegister> registers) = ModeRegister.Describe(ModeRegisters.Plain.Where(register => register is { Width: <= 32, CanRead: true }));
        var simulator = new SimulatedBackend();
        using var device = new CompiledDevice(text, simulator);
        SimulatedDevice simulated = simulator.Add(device.Map, 0);
        var reference = new ReferencePorts(registers);
        foreach (ModeRegister register in registers)
        {
            var random = new Random(register.At);
            bool[][] queued = [BitWord.Any(random, register.Width), BitWord.Any(random, register.Width), BitWord.All(true, register.Width)];
            simulated.On(register.Name).Enqueue([.. queued.Select(BitWord.Word)]);
            foreach (bool[] word in queued)
            {
                reference.Set(register, word);
                Same(register, reference.Read((ushort)register.At, (PortWidth)register.Width), simulator.Read((ushort)register.At, (PortWidth)register.Width), "a read of a queue");
                Same(register, BitWord.Word(reference.Held(register)), simulated[register.Name], "what is left of it");
            }
        }
    }

    static void Compare(ModeRegister register, SimulatedBackend simulator, SimulatedDevice simulated, ReferencePorts reference)
    {
        var random = new Random(register.At);
        int[] widths = [8, 16, 32, .. register.Lanes.WidthsOf(register.Width), .. register.Lanes.WidthsOf(register.Width)];
        for (int i = 0; i < Accesses; i++)
        {
            int width = widths[random.Next(widths.Length)];
            var port = (ushort)(register.At + (random.Next(register.Width / width + 1) * width / 8));
            if (random.Next(2) == 0)
            {
                uint word = (uint)BitWord.Word(BitWord.Any(random, width));
                reference.Write(port, (PortWidth)width, word);
                simulator.Write(port, (PortWidth)width, word);
            }
            else
            {
                Same(register, reference.Read(port, (PortWidth)width), simulator.Read(port, (PortWidth)width), $"access {i}, {width} bits of port {port},");
            }

            Same(register, BitWord.Word(reference.Held(register)), simulated[register.Name], $"what access {i}, {width} bits of port {port}, left");
        }
    }

    static void Same(ModeRegister register, ulong expected, ulong actual, string what) =>
        Assert.True(expected == actual, $"{register.Name}: {what} should be 0x{expected:X}, and was 0x{actual:X}.\n{string.Join("\n", register.Text)}");
}
