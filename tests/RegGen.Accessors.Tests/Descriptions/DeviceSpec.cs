namespace RegGen.Accessors.Tests.Descriptions;

/// <summary>A device whose registers stand one behind the other.</summary>
sealed class DeviceSpec
{
    readonly IEnumerable<string> _enums;

    public DeviceSpec(IEnumerable<RegisterSpec> registers, IEnumerable<string> enums)
    {
        int at = 0;
        Registers = [.. registers.OrderByDescending(register => register.Width).Select(register => register with { At = (at += register.Width / 8) - (register.Width / 8) })];
        _enums = [.. enums];
    }

    public IReadOnlyList<RegisterSpec> Registers { get; }

    /// <summary>The description.</summary>
    public string Text => string.Join("\n", (string[])
    [
        "reggen: 1", "device: Every", "size: 0x10000",
        .. _enums.Any() ? ["enums:", .. _enums.Select(line => $"  {line}")] : Array.Empty<string>(),
        "registers:", .. Registers.SelectMany(register => register.Text), "",
    ]);
}
