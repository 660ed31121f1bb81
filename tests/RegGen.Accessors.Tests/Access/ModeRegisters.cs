using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Registers in which every mode stands beside every other.</summary>
static class ModeRegisters
{
    // Fields that fit beside bits of no field, and bits of each.
    static readonly (int Width, int Fields, int Bits)[] s_shapes = [(8, 6, 1), (16, 12, 1), (32, 22, 1), (64, 22, 2)];

    static readonly Mode s_rw = Mode.Short["rw"];

    /// <summary>Of modes that a read does not disturb, so that they can be modified; in every width.</summary>
    public static IEnumerable<ModeRegister> Modifiable { get; } =
        [.. s_shapes.SelectMany(shape => Beside("M", shape, [.. Mode.All.Where(mode => !mode.IsReadDestructive)], Say.Reset))];

    /// <summary>Of all modes.</summary>
    public static IEnumerable<ModeRegister> Written { get; } = [.. Beside("W", s_shapes[2], Mode.All, Say.Reset), .. Beside("V", s_shapes[3], Mode.All, Say.Reset)];

    /// <summary>Where nothing tells what a register holds after a reset.</summary>
    public static IEnumerable<ModeRegister> Unknown { get; } = [.. Beside("U", s_shapes[2], [.. Mode.All.Where(mode => !mode.IsReadDestructive)], Say.Nothing)];

    /// <summary>With values that do nothing, where the access has none.</summary>
    public static IEnumerable<ModeRegister> Neutral { get; } =
        [.. Beside("N", s_shapes[2], [.. Mode.All.Where(mode => !mode.IsReadDestructive)], Say.Neutral), .. Beside("P", s_shapes[3], Mode.All, Say.Neutral)];

    /// <summary>With a shadow: what is modified was not read.</summary>
    public static IEnumerable<ModeRegister> Shadowed { get; } =
        [.. Beside("S", s_shapes[2], Mode.All, Say.Shadow).Where(register => register.CanWrite), .. Beside("T", s_shapes[0], [.. Mode.All.Where(mode => !mode.CanRead)], Say.Shadow)];

    /// <summary>Registers of each mode themselves, with a field that has it too and one that has another; with each policy for bits of no field.</summary>
    public static IEnumerable<ModeRegister> OfEach { get; } =
        [.. new[] { "preserve", "zero", "one" }.SelectMany((policy, i) => Mode.Pairs.Select((mode, j) => One($"E{i}x{j}", mode, policy)))];

    /// <summary>Registers of each mode without fields, in each width.</summary>
    public static IEnumerable<ModeRegister> Plain { get; } =
        [.. s_shapes.SelectMany(shape => Mode.Pairs.Select((mode, i) => new ModeRegister($"B{shape.Width}x{i}", shape.Width, mode, []) { Reset = BitWord.Any(new Random(i), shape.Width) }))];

    /// <summary>Registers of each mode without fields, whose bytes stand at their ports in another way.</summary>
    public static IEnumerable<ModeRegister> InLanes { get; } =
    [
        .. new (int Width, Lanes Lanes)[]
        {
            (16, new() { Widths = [8, 16] }), (32, new() { Widths = [8, 16, 32] }), (32, new() { Widths = [16, 32] }),
            (16, new() { IsBig = true }), (32, new() { IsBig = true }), (64, new() { IsBig = true }),
            (16, new() { Transfer = 8 }), (32, new() { Transfer = 8, IsHighFirst = true }), (32, new() { Transfer = 16 }), (64, new() { Transfer = 16, IsHighFirst = true }),
        }.SelectMany((shape, i) => Mode.Pairs.Select((mode, j) => new ModeRegister($"L{i}x{j}of", shape.Width, mode, []) { Lanes = shape.Lanes, Reset = BitWord.Any(new Random(j), shape.Width) })),
    ];

    static ModeRegister One(string name, Mode mode, string policy)
    {
        var other = new Mode(mode.CanRead ? "normal" : "none", mode.CanWrite ? "one-clears" : "none");
        return new(name, 8, mode, [new("A", 1, 2, mode) { Inherits = true }, new("B", 5, 1, other)]) { Reserved = policy, Reset = BitWord.Any(new Random(name.Length), 8) };
    }

    // Each half of the modes of a register meets each other half in some register.
    static IEnumerable<ModeRegister> Beside(string name, (int Width, int Fields, int Bits) shape, IReadOnlyList<Mode> modes, Say say)
    {
        Mode[][] halves = [.. modes.Chunk(shape.Fields / 2)];
        int number = 0;
        for (int i = 0; i < halves.Length; i++)
        {
            for (int j = Math.Min(i + 1, halves.Length - 1); j < halves.Length; j++)
            {
                yield return Register($"{name}{shape.Width}x{number++}", shape, [.. i == j ? halves[i] : halves[i].Concat(halves[j])], say, new Random(number));
            }
        }
    }

    static ModeRegister Register(string name, (int Width, int Fields, int Bits) shape, Mode[] modes, Say say, Random random)
    {
        List<ModeField> fields = [];
        for (int i = 0; i < modes.Length; i++)
        {
            bool[]? neutral = say is Say.Neutral or Say.Shadow && modes[i] is { CanWrite: true, Harmless: null } ? BitWord.Any(random, shape.Bits) : null;
            fields.Add(new($"F{i}", (i * shape.Bits) + (i / 3), shape.Bits, modes[i]) { Neutral = neutral });
        }

        return new(name, shape.Width, s_rw, fields)
        {
            Reset = say is Say.Reset ? BitWord.Any(random, shape.Width) : null,
            Initial = say is Say.Shadow ? BitWord.Any(random, shape.Width) : null,
        };
    }

    /// <summary>What a description says about values that do nothing.</summary>
    enum Say
    {
        Nothing,
        Reset,
        Neutral,
        Shadow,
    }
}
