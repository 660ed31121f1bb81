using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Access;

/// <summary>A register whose bits behave in several ways.</summary>
/// <param name="Name">Its name, the same in C#.</param>
/// <param name="Width">8, 16, 32 or 64 bits.</param>
/// <param name="Mode">How bits of no field behave.</param>
/// <param name="Fields">Its fields.</param>
sealed record ModeRegister(string Name, int Width, Mode Mode, IReadOnlyList<ModeField> Fields)
{
    /// <summary>Its first port, counted from the device's.</summary>
    public int At { get; init; }

    /// <summary>What it holds after a reset, where the datasheet tells.</summary>
    public bool[]? Reset { get; init; }

    /// <summary>What its shadow starts from, if it has one.</summary>
    public bool[]? Initial { get; init; }

    /// <summary>What is written into bits of no field.</summary>
    public string Reserved { get; init; } = "preserve";

    /// <summary>How its bytes stand at its ports.</summary>
    public Lanes Lanes { get; init; } = new();

    /// <summary>How each bit behaves.</summary>
    public IReadOnlyList<Mode> Bits => [.. Enumerable.Range(0, Width).Select(bit => FieldAt(bit)?.Mode ?? Mode)];

    public ModeField? FieldAt(int bit) => Fields.FirstOrDefault(field => bit >= field.Low && bit < field.Low + field.Width);

    public IEnumerable<ModeField> Chosen => Fields.Where(each => each.Mode.CanWrite);

    public bool CanRead => (Fields.Count > 0 ? Fields.Select(each => each.Mode) : [Mode]).Any(mode => mode.CanRead);

    public bool CanWrite => (Fields.Count > 0 ? Fields.Select(each => each.Mode) : [Mode]).Any(mode => mode.CanWrite);

    public bool IsReadDestructive => Mode.IsReadDestructive || Fields.Any(each => each.Mode.IsReadDestructive);

    public IEnumerable<string> Text =>
    [
        $"  {Name}:", $"    at: {At}", $"    width: {Width}", $"    access: {Mode}", $"    reserved: {Reserved}",
        .. Reset is null ? Array.Empty<string>() : [$"    reset: {BitWord.Word(Reset)}"],
        .. Initial is null ? Array.Empty<string>() : ["    shadow: true", $"    initial: {BitWord.Word(Initial)}"],
        .. Lanes.TextFor(Mode).Select(key => $"    {key}"),
        .. Fields.Count == 0 ? Array.Empty<string>() : ["    fields:", .. Fields.Select(each => $"      {each.Text}")],
    ];

    /// <summary>A description of registers that stand one behind the other, and the registers at their places.</summary>
    public static (string Text, IReadOnlyList<ModeRegister> Registers) Describe(IEnumerable<ModeRegister> registers)
    {
        int at = 0;
        ModeRegister[] placed = [.. registers.OrderByDescending(register => register.Width).Select(register => register with { At = (at += register.Lanes.Ports(register.Width)) - register.Lanes.Ports(register.Width) })];
        return (string.Join("\n", ["reggen: 1", "device: Every", "size: 0x10000", "registers:", .. placed.SelectMany(register => register.Text), ""]), placed);
    }
}
