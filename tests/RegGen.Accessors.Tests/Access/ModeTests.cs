using RegGen.Accessors.Tests.Compiled;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Every access mode beside every other, through generated code, on registers made of reference bits.</summary>
public sealed class ModeTests
{
    static readonly Dictionary<string, IEnumerable<ModeRegister>> s_families = new()
    {
        ["modifiable"] = ModeRegisters.Modifiable,
        ["written"] = ModeRegisters.Written,
        ["unknown"] = ModeRegisters.Unknown,
        ["neutral"] = ModeRegisters.Neutral,
        ["shadowed"] = ModeRegisters.Shadowed,
        ["of each"] = ModeRegisters.OfEach,
    };

    public static TheoryData<string> Families => [.. s_families.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void A_call_acts_on_the_fields_that_it_names(string family)
    {
        (string text, IReadOnlyList<ModeRegister> registers) = ModeRegister.Describe(s_families[family]);
        var ports = new ReferencePorts(registers);
        using var device = new CompiledDevice(text, ports);
        foreach (ModeRegister register in registers)
        {
            new ModeCheck(register, device.Register(register.Name), ports).Run();
        }
    }
}
