using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;
using RegGen.Backends;
using RegGen.Simulation;

namespace RegGen.Accessors.Tests.Numbers;

/// <summary>Values joined of fields: their bits are those of the fields, and no other bit of the registers changes.</summary>
public sealed class JoinedFieldTests
{
    const string Description = """
        reggen: 1
        device: Every
        size: 40
        registers:
          SEL: { at: 0, reset: 0, fields: { Page: 0 } }
          A: { at: 1, reset: 0, fields: { Gate: { bits: 0, count: 4 }, Split: [7, 5..4] } }
          B: { at: 2, count: 2, reset: 0, fields: { Hi: 7..4, Lo: 3..0 } }
          C: { at: 8, width: 16, transfer: { port: 8, order: [low, high] }, reset: 0, fields: { X: 15..4, Y: 3..0 } }
          D: { at: 16, width: 32, order: big, reset: 0, fields: { X: 31..20, Y: 3..0 } }
          E: { at: 20, width: 64, reset: 0, fields: { X: 40..10, Y: 3..0 } }
          F: { at: 30, when: SEL.Page == 1, reset: 0, fields: { X: 3..0, Y: 7..4 } }
        joined:
          Elements: { of: [A.Gate1, "B[0].Hi", "B[1].Lo"] }
          Pieces: { of: [A.Split, A.Gate3, F.X] }
          Wide: { of: [D.X, E.X] }
          Ways: { of: ["B[1].Lo", F.Y, C.X], write: [C, F, "B[1]"] }
          Most: { of: [E.X, E.Y, D.X, D.Y, C.X] }
          Whole: { of: ["B[0]", F.X] }

        """;

    static readonly (string Name, int Width)[] s_registers = [("SEL", 8), ("A", 8), ("B[0]", 8), ("B[1]", 8), ("C", 16), ("D", 32), ("E", 64), ("F", 8)];

    /// <summary>Where each bit of the value stands, the highest first.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "Elements", "A:1..1 B[0]:7..4 B[1]:3..0" },
        { "Pieces", "A:7..7 A:5..4 A:3..3 F:3..0" },
        { "Wide", "D:31..20 E:40..10" },
        { "Ways", "B[1]:3..0 F:7..4 C:15..4" },
        { "Most", "E:40..10 E:3..0 D:31..20 D:3..0 C:15..4" },
        { "Whole", "B[0]:7..0 F:3..0" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Its_bits_are_those_of_the_fields(string name, string places)
    {
        (string Register, int Bit)[] bits = [.. places.Split(' ').SelectMany(Bits)];
        var backend = new SimulatedBackend();
        using var device = new CompiledDevice(Description, backend);
        SimulatedDevice simulated = backend.Add(device.Map, 0);
        object handle = device.At(name);
        Type number = handle.GetType().GetGenericArguments()[0];
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            Dictionary<string, bool[]> words = s_registers.ToDictionary(each => each.Name, each => BitWord.Any(random, each.Width));
            words["SEL"] = new bool[8];
            foreach ((string register, bool[] word) in words)
            {
                simulated[register] = BitWord.Word(word);
            }

            bool[] seen = [.. bits.Reverse().Select(place => words[place.Register][place.Bit])];
            Assert.Equal(BitWord.Word(seen), Convert.ToUInt64(Call(handle, "Read"), null));

            bool[] written = BitWord.Any(random, bits.Length);
            Call(handle, "Write", Convert.ChangeType(BitWord.Word(written), number, null));
            foreach ((string register, int bit, bool value) in bits.Reverse().Zip(written, (place, value) => (place.Register, place.Bit, value)))
            {
                words[register][bit] = value;
            }

            Assert.All(words, word => Assert.Equal((word.Key, BitWord.Word(word.Value)), (word.Key, simulated[word.Key])));
        }

        if (bits.Length is not (8 or 16 or 32 or 64))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Call(handle, "Write", Convert.ChangeType(1ul << bits.Length, number, null)));
        }
    }

    static IEnumerable<(string, int)> Bits(string place)
    {
        string[] parts = place.Split([":", ".."], StringSplitOptions.None);
        (int high, int low) = (int.Parse(parts[1], null), int.Parse(parts[2], null));
        return Enumerable.Range(0, high - low + 1).Select(i => (parts[0], high - i));
    }

    static object? Call(object handle, string name, params object[] arguments) => CompiledRegister.Call(handle.GetType().GetMethod(name)!, handle, arguments);
}
