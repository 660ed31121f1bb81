using System.Globalization;
using RegGen.Accessors.Tests.Compiled;
using RegGen.Backends;
using RegGen.Simulation;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Places;

/// <summary>Registers, arrays and blocks of them: each element, the first and the last among them, is reached at its own port and nowhere else.</summary>
public sealed class PlaceTests
{
    const int Devices = 12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Devices)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_element_is_reached_at_its_own_port(int seed)
    {
        var spec = new PlacedDevice(seed);
        var script = new ScriptedBackend();
        using var device = new CompiledDevice(spec.Text, script);
        var random = new Random(seed);
        foreach (Placed register in spec.Registers)
        {
            object handle = device.At(register.Path);
            ulong word = (ulong)random.NextInt64() >> (64 - register.Width);
            Script(register, word, (port, part, width) => script.Writes(port, part, width));
            CompiledRegister.Call(handle.GetType().GetMethod("Write")!, handle, [Convert.ChangeType(word, handle.GetType().GetGenericArguments()[0], CultureInfo.InvariantCulture)]);
            Script(register, word, (port, part, width) => script.Reads(port, part, width));
            Assert.Equal(word, Convert.ToUInt64(CompiledRegister.Call(handle.GetType().GetMethod("Read")!, handle, []), CultureInfo.InvariantCulture));
        }

        script.Finish();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_claim_is_the_ports_of_the_registers(int seed)
    {
        var spec = new PlacedDevice(seed);
        using var device = new CompiledDevice(spec.Text, new ScriptedBackend());

        Assert.Equal(
            spec.Registers.SelectMany(register => Enumerable.Range(register.Port, register.Width / 8)).Order(),
            device.Map.Claim.Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_simulator_keeps_each_element_apart(int seed)
    {
        var spec = new PlacedDevice(seed);
        var simulator = new SimulatedBackend();
        using var device = new CompiledDevice(spec.Text, simulator);
        SimulatedDevice simulated = simulator.Add(device.Map, 0);
        var random = new Random(seed);
        foreach (Placed register in spec.Registers)
        {
            ulong word = (ulong)random.NextInt64() >> (64 - register.Width);
            ulong[] before = [.. spec.Registers.Select(other => simulated[other.Path])];
            Script(register, word, (port, part, width) => simulator.Write(port, width, part));

            Assert.Equal(spec.Registers.Select((other, i) => other == register ? word : before[i]), spec.Registers.Select(other => simulated[other.Path]));
        }
    }

    [Fact]
    public void What_is_past_the_ends_is_refused()
    {
        const string Text = """
            reggen: 1
            device: Every
            size: 0x40
            enums: { Pick: { First: 0, Third: 2 } }
            registers:
              Counted: { at: 0, count: 3 }
              Listed: { at: 4, offsets: [5, 0, 9] }
              Named: { at: 0x10, index: Pick }
            blocks:
              Block: { at: 0x20, count: 2, stride: 4, registers: { Inner: { at: 0, count: 2 } } }

            """;
        using var device = new CompiledDevice(Text, new ScriptedBackend());
        foreach (string path in (string[])["Counted[3]", "Counted[-1]", "Listed[3]", "Listed[5]", "Named[1]", "Named[5]", "Block[2]", "Block[-1]", "Block[1].Inner[2]", "Block[0].Inner[2]"])
        {
            Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(() => device.At(path)));
        }
    }

    // 64 bits are two accesses.
    static void Script(Placed register, ulong word, Action<ushort, uint, PortWidth> access)
    {
        access((ushort)register.Port, (uint)(word & uint.MaxValue), (PortWidth)Math.Min(register.Width, 32));
        if (register.Width == 64)
        {
            access((ushort)(register.Port + 4), (uint)(word >> 32), PortWidth.Bits32);
        }
    }
}
