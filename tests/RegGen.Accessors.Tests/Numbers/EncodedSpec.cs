using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Numbers;

/// <summary>A register, or a value joined of bytes, that is one number.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Width">Its bits.</param>
/// <param name="Meaning">What they mean.</param>
/// <param name="IsJoined">Whether it is joined.</param>
sealed record EncodedSpec(string Name, int Width, Meaning Meaning, bool IsJoined)
{
    static readonly Meaning[] s_meanings =
    [
        new Signed(), new Bcd(), new Bounded(new Unsigned()), new Bounded(new Signed()),
        new Scaled(new Unsigned(), _ => Scale.Point(5)), new Scaled(new Signed(), _ => Scale.Of("0.5", "-40", 1)),
        new Scaled(new Bcd(), _ => Scale.Of("0.01", "0", 2)), new Scaled(new Unsigned(), _ => Scale.Of("-0.3", "12.7", 1)),
        new Scaled(new Unsigned(), _ => Scale.Of("1", "0", 0)),
    ];

    /// <summary>One of each meaning, in registers of each width and in joined values of each.</summary>
    public static IReadOnlyList<EncodedSpec> All { get; } =
    [
        .. s_meanings.SelectMany((meaning, i) => new[] { 8, 16, 32, 64 }.Select(width => new EncodedSpec($"Whole{i}x{width}", width, meaning, IsJoined: false))),
        .. s_meanings.SelectMany((meaning, i) => new[] { 16, 24, 32, 40, 48, 56, 64 }.Select(width => new EncodedSpec($"Joined{i}x{width}", width, meaning, IsJoined: true))),
    ];

    /// <summary>Its first port.</summary>
    public int At { get; init; }

    /// <summary>A description of them all, one behind the other, and where each stands.</summary>
    public static (string Text, IReadOnlyList<EncodedSpec> Placed) Describe()
    {
        int at = 0;
        EncodedSpec[] placed = [.. All.Select(each => each with { At = (at += 8) - 8 })];
        return (string.Join("\n", [
            "reggen: 1", "device: Every", "size: 0x10000",
            "registers:", .. placed.Select(each => each.IsJoined
                ? $"  {each.Name}Byte: {{ at: {each.At}, count: {each.Width / 8} }}"
                : $"  {each.Name}: {{ at: {each.At}, width: {each.Width}, encoding: {each.Encoding} }}"),
            "joined:", .. placed.Where(each => each.IsJoined).Select(each => $"  {each.Name}: {{ of: [{string.Join(", ", each.Parts)}], encoding: {each.Encoding} }}"), ""]), placed);
    }

    /// <summary>The accesses that a word comes to: port, bits and width. Parts go over the bus the highest first, halves the lowest first.</summary>
    public IEnumerable<(ushort Port, bool[] Bits)> Accesses(bool[] word) => IsJoined
        ? word.Chunk(8).Select((part, i) => ((ushort)(At + i), part)).Reverse()
        : word.Chunk(32).Select((part, i) => ((ushort)(At + (4 * i)), part));

    string Encoding => $"{{ {Meaning.Keys(Width)} }}";

    IEnumerable<string> Parts => Enumerable.Range(0, Width / 8).Reverse().Select(i => $"\"{Name}Byte[{i}]\"");
}
