using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests;

/// <summary>The descriptions of <c>devices/</c>.</summary>
static class DeviceFiles
{
    public const string Uart = "uart16550/uart16550.regs.yaml", Rtc = "mc146818/mc146818.regs.yaml";

    public static IReadOnlyList<string> All { get; } = [Uart, Rtc];

    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Devices", file));

    public static DeviceModel Device(string file) => Yaml.Device(Read(file));
}
