using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests.Emit;

/// <summary>A name that is taken gets the suffix of its kind, and a remark says so; the code compiles whatever the names are.</summary>
public sealed class NamingTests
{
    /// <summary>Names that mean something to C#, to the runtime or to the generated code itself.</summary>
    public static readonly string[] Nasty =
    [
        "Reset", "Timeout", "Raw", "Inert", "Preserved", "Map", "Claim", "Open", "Bases", "Routes", "Description", "Bus", "Dispose", "BasePort",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "PrintMembers", "Deconstruct", "ReferenceEquals",
        "Register", "ReadOnlyRegister", "PortBus", "PortDevice", "FieldBits", "TimeSpan", "MethodImpl", "AggressiveInlining", "Access", "Condition",
        "Selector", "System", "RegGen", "Object", "String", "Byte", "Boolean", "Enum", "Value", "Write", "Modify", "WaitUntil", "TryWaitUntil",
        "ReadRaw", "WriteRaw", "Read", "Mask", "Bits", "Device", "Index", "Data", "Port", "Backend", "class", "in", "event", "value", "field",
        "record", "required", "file", "scoped", "A_B", "AB", "ab", "ReadEffect", "WriteEffect", "EnumMap", "BankRoute", "PortClaim",
        "PortWidth", "PortBackend", "IRegisterValue", "Cancellation", "Fit", "Match", "Plain", "DeviceMap", "Init", "Get", "Obsolete", "Func", "var", "dynamic",
    ];

    [Theory]
    [InlineData("Reset", "ResetField")]
    [InlineData("Timeout", "TimeoutField")]
    [InlineData("Raw", "RawField")]
    [InlineData("ToString", "ToStringField")]
    public void A_field_whose_name_is_taken_becomes_a_Field(string written, string given)
    {
        DeviceModel device = Parse($"  MODE: {{ at: 0, fields: {{ {written}: 0 }} }}\n", out Finding remark);

        Assert.Equal(given, Names.Of(device).Of(device.Registers[0].Fields[0], device.Registers[0]));
        Assert.Equal(("RG2018", Severity.Info, 5, 28), (remark.Rule.Id, remark.Rule.Severity, remark.Span.Line, remark.Span.Column));
        Assert.StartsWith($"The C# name {written} is taken here; it is called {given}.", remark.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_enum_gives_way_to_a_register_of_its_name()
    {
        DeviceModel device = Yaml.Parse("reggen: 1\ndevice: T\nsize: 1\nenums: { Mode: { A: 0 } }\nregisters: { MODE: { at: 0, fields: { Kind: 0 rw Mode } } }\n").Device!;

        Assert.Equal(("Mode", "ModeEnum"), (Names.Of(device).Of("registers/MODE"), Names.Of(device).Of("enums/Mode")));
        Driver.Run(
            "reggen: 1\ndevice: T\nsize: 1\nenums: { Mode: { A: 0, B: 1 } }\nregisters: { MODE: { at: 0, reset: 0, fields: { Kind: 0 rw Mode } } }\n",
            script => script.Writes(0x2F8, 1),
            "device.Mode.Write(kind: ModeEnum.B);");
    }

    [Fact]
    public void Names_that_meet_in_Pascal_case_are_told_apart_and_both_work() => Driver.Run(
        Yaml.Head + "  CHIP_ID: { at: 0, reset: 0, fields: { SUB_ID: 0, SubId: 1 } }\n  ChipId: { at: 1, reset: 0, fields: { SubId: 0 } }\n",
        script => script.Writes(0x2F8, 0x02).Writes(0x2F9, 0x01),
        "device.ChipId.Write(subIdField: true); device.ChipIdRegister.Write(subId: true);");

    [Fact]
    public void A_keyword_as_a_field_is_an_argument_with_an_at_sign() => Driver.Run(
        Yaml.Head + "  MODE: { at: 0, reset: 0, fields: { class: 0, in: 2..1, event: 3 } }\n",
        script => script.Writes(0x2F8, 0x0D).Reads(0x2F8, 0x0D),
        "device.Mode.Write(@class: true, @in: 2, @event: true); Equal((true, (byte)2, true), device.Mode.Read() is var v ? (v.Class, v.In, v.Event) : default);");

    [Fact]
    public void A_device_named_like_a_runtime_type_becomes_a_Device() => Driver.Run(
        "reggen: 1\ndevice: Register\nsize: 1\nregisters: { PORT_BUS: { at: 0, reset: 0, fields: { FieldBits: 0 } } }\n",
        script => script.Writes(0x2F8, 1),
        "RegisterDevice same = device; same.PortBusRegister.Write(fieldBitsField: true);");

    [Fact]
    public void Code_compiles_whatever_a_part_is_called() => GeneratedCode.AssertCompile(
        Nasty.SelectMany(name => (string[])[AsDevice(name), AsRegister(name), AsField(name), AsEnum(name), AsWindow(name), AsJoined(name)]));

    [Theory]
    [InlineData("public", "Devices")]
    [InlineData("internal", "Devices")]
    [InlineData("public", "Acme.System.Drivers")]
    [InlineData("internal", "Acme.RegGen.Metadata")]
    [InlineData("public", "RegGen")]
    [InlineData("public", "System")]
    [InlineData("public", "Uart16550")]
    public void Code_compiles_in_any_namespace_and_accessibility(string accessibility, string space) =>
        Assert.Empty(GeneratedCode.Complaints(DeviceFiles.All.Select(file => GeneratedCode.Emit(DeviceFiles.Read(file), accessibility, space))));

    [Theory]
    [InlineData("Acme.Drivers", "Acme.Drivers")]
    [InlineData("My App.1st", "My_App._1st")]
    [InlineData("acme.namespace", "acme.@namespace")]
    [InlineData("a..b", "a._.b")]
    public void A_namespace_is_made_of_any_project_name(string written, string given) => Assert.Equal(given, CSharpText.Namespace(written));

    static string AsDevice(string name) => $"reggen: 1\ndevice: {name}\nsize: 1\nbases: {{ {name}: 0x10 }}\nregisters: {{ MODE: {{ at: 0, fields: {{ A: 0, B: 2..1 }} }} }}\n";

    static string AsRegister(string name) => $"{Yaml.Head}  {name}: {{ at: 0, fields: {{ A: 0, B: {{ bits: 2..1, enum: {{ X: 0 }} }}, C: 7..3 }} }}\n  PAGE: 1\n  OTHER: {{ at: 2, when: PAGE == 1 }}\n";

    static string AsField(string name) => $"{Yaml.Head}  MODE: {{ at: 0, fields: {{ {name}: 1..0, Other: 3..2, Ready: 4 ro, Names: {{ bits: 6..5, enum: {{ X: 0 }} }} }} }}\n"
        + $"  STATUS: {{ at: 1, access: ro, fields: {{ {name}: 0 }} }}\n";

    static string AsEnum(string name) => $"reggen: 1\ndevice: T\nsize: 2\nenums: {{ {name}: {{ {name}: 0, Other: 1 }} }}\n"
        + $"registers: {{ MODE: {{ at: 0, fields: {{ A: 0 rw {name} }} }}, KIND: {{ at: 1, fields: {{ {name}: {{ bits: 0, enum: {{ {name}: 1 }} }} }} }} }}\n";

    static string AsWindow(string name) => $"reggen: 1\ndevice: T\nsize: 2\nregisters: {{ IDX: 0, DAT: 1 }}\nwindows: {{ {name}: {{ index: IDX, data: DAT, registers: {{ Same: 0 }} }},"
        + $" Other: {{ index: IDX, data: DAT, registers: {{ {name}: {{ at: 1, fields: {{ A: 1..0, {name}: 2 }} }}, Same: {{ at: 2, fields: {{ A: 0 }} }} }} }} }}\n";

    static string AsJoined(string name) => $"{Yaml.Head}  LOW: 0\n  HIGH: 1\njoined: {{ {name}: {{ of: [HIGH, LOW] }} }}\n";

    static DeviceModel Parse(string registers, out Finding remark)
    {
        Description description = Yaml.Parse(Yaml.Head + registers);
        remark = Assert.Single(description.Findings);
        return description.Device!;
    }
}
