using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Descriptions;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Compiles a device of many registers at once, and checks each of them.</summary>
static class DeviceCheck
{
    /// <param name="kind">The kind of the fields.</param>
    /// <param name="registers">The registers.</param>
    /// <param name="hasCalls">Whether the calls with named fields are compiled too.</param>
    public static void Run(FieldKind kind, IReadOnlyList<RegisterSpec> registers, bool hasCalls = true)
    {
        IEnumerable<int> widths = registers.SelectMany(register => register.Fields).Select(field => field.Width).Distinct();
        Run(new DeviceSpec(registers, kind.Meaning.Enums(widths)), hasCalls);
    }

    public static void Run(DeviceSpec device, bool hasCalls = true)
    {
        var script = new ScriptedBackend();
        using var compiled = new CompiledDevice(Programs.Of(device.Text, hasCalls), script);
        foreach (RegisterSpec register in device.Registers)
        {
            new RegisterCheck(register, compiled.Register(register.Name), script, hasCalls).Run();
        }
    }
}
