using RegGen.Compiler.Emit;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests;

/// <summary>What a description says, as data.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Files => [.. DeviceFiles.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_text_gives_equal_models(string file)
    {
        Assert.Equal(DeviceFiles.Device(file), DeviceFiles.Device(file));
        Assert.Equal(DeviceFiles.Device(file).GetHashCode(), DeviceFiles.Device(file).GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Comments_and_blank_lines_leave_the_model_equal(string file)
    {
        string text = DeviceFiles.Read(file);
        string spread = "# first\n\n" + text.Replace("\n", "   # moved\n\n", StringComparison.Ordinal);

        Assert.Equal(Yaml.Device(text), Yaml.Device(spread));
    }

    [Theory]
    [InlineData("WordLength: { bits: 1..0", "WordLength: { bits: 1")]
    [InlineData("reset: 0x60", "reset: 0x61")]
    [InlineData("Com1: 0x3F8", "Com1: 0x3F0")]
    [InlineData("Five: 0", "Fife: 0")]
    [InlineData("\"Scratch:", "\"scratch:")]
    [InlineData("write: [DLL, DLM]", "write: [DLM, DLL]")]
    [InlineData("read: pop", "read: clear")]
    [InlineData("home: 0, doc", "home: 1, doc")]
    [InlineData("SNLS378C", "SNLS378D")]
    [InlineData("Overrun: { bits: 1, access: rc", "Overrun: { bits: 1, access: ro")]
    public void A_changed_value_makes_the_model_unequal(string before, string after)
    {
        string text = DeviceFiles.Read(DeviceFiles.Uart);
        string changed = text.Replace(before, after, StringComparison.Ordinal);

        Assert.NotEqual(text, changed);
        Assert.NotEqual(Yaml.Parse(text).Device, Yaml.Parse(changed).Device);
    }

    [Fact]
    public void A_register_takes_width_and_access_of_the_device_unless_it_says_otherwise()
    {
        DeviceModel device = Yaml.Device("""
            reggen: 1
            device: Timer
            size: 8
            width: 16
            access: ro
            registers:
              STATUS: 0
              CONTROL: { at: 2, width: 32, access: wo }
              DATA: 6 rw
            """);

        Assert.Equal([("STATUS", 16, "ro"), ("CONTROL", 32, "wo"), ("DATA", 16, "rw")],
            device.Registers.Select(register => (register.Name, register.Width, register.Access.ToString())));
    }

    [Fact]
    public void Without_a_word_registers_are_8_bits_wide_and_read_and_written() =>
        Assert.Equal((8, "rw"), Yaml.Register("  COUNT: 0\n") is var register ? (register.Width, register.Access.ToString()) : default);

    [Fact]
    public void A_register_behind_a_window_is_as_wide_as_the_data_register()
    {
        DeviceModel device = Yaml.Device("""
            reggen: 1
            device: Pci
            size: 8
            registers:
              ADDRESS: { at: 0, width: 32 }
              DATA: { at: 4, width: 32 }
            windows:
              Config: { index: ADDRESS, data: DATA, registers: { Id: 0x8000 } }
            """);

        Assert.Equal(("Config.Id", 32), device.Find("Config.Id") is { } register ? (register.FullName, register.Width) : default);
    }

    [Theory]
    [InlineData("Kind: 2..1", "Kind: { bits: 2..1 }")]
    [InlineData("Kind: 2:1", "Kind: { bits: 2..1 }")]
    [InlineData("Kind: 7", "Kind: { bits: 7..7 }")]
    [InlineData("Kind: 2..1 ro", "Kind: { bits: 2..1, access: ro }")]
    [InlineData("Kind: 2..1 w1c", "Kind: { bits: 2..1, access: w1c }")]
    [InlineData("Kind: 2..1 rw Mode", "Kind: { bits: 2..1, access: rw, enum: Mode }")]
    [InlineData("Kind: 2..1 Mode", "Kind: { bits: 2..1, enum: Mode }")]
    public void A_field_in_one_line_is_short_for_a_map(string line, string map)
    {
        const string Enums = "reggen: 1\ndevice: T\nsize: 1\nenums: { Mode: { A: 0, B: 1 } }\nregisters:\n  CONTROL:\n    at: 0\n    fields:\n      ";

        Assert.Equal(Yaml.Device(Enums + map + "\n"), Yaml.Device(Enums + line + "\n"));
    }

    [Theory]
    [InlineData("COUNT: 3", "COUNT: { at: 3 }")]
    [InlineData("COUNT: 0x3 wo", "COUNT: { at: 3, access: wo }")]
    public void A_register_in_one_line_is_short_for_a_map(string line, string map) =>
        Assert.Equal(Yaml.Register($"  {map}\n"), Yaml.Register($"  {line}\n"));

    [Fact]
    public void An_enum_value_in_one_line_is_short_for_a_map() => Assert.Equal(
        Yaml.Register("  MODE: { at: 0, fields: { Kind: { bits: 0, enum: { A: { value: 0 }, B: { value: 1 } } } } }\n"),
        Yaml.Register("  MODE: { at: 0, fields: { Kind: { bits: 0, enum: { A: 0, B: 1 } } } }\n"));

    [Fact]
    public void A_joined_value_is_read_and_written_in_the_order_of_its_registers_unless_it_says_otherwise()
    {
        JoinedModel divisor = Assert.Single(DeviceFiles.Device(DeviceFiles.Uart).Joined);

        Assert.Equal(["DLM", "DLL"], divisor.Registers);
        Assert.Equal(["DLM", "DLL"], divisor.ReadOrder);
        Assert.Equal(["DLL", "DLM"], divisor.WriteOrder);
    }

    [Fact]
    public void Register_and_field_names_keep_the_order_of_the_file()
    {
        DeviceModel uart = DeviceFiles.Device(DeviceFiles.Uart);

        Assert.Equal(["RBR", "THR", "DLL", "DLM", "IER", "IIR", "FCR", "LCR", "MCR", "LSR", "MSR", "SCR"], uart.Registers.Select(register => register.Name));
        Assert.Equal(
            ["WordLength", "StopBits", "ParityEnable", "EvenParity", "StickParity", "SetBreak", "Dlab"], uart.Find("LCR")!.Fields.Select(field => field.Name));
    }

    [Fact]
    public void The_access_table_names_what_the_runtime_names()
    {
        Assert.Equal(Enum.GetNames<Metadata.ReadEffect>(), Enum.GetNames<ReadEffect>());
        Assert.Equal(Enum.GetNames<Metadata.WriteEffect>(), Enum.GetNames<WriteEffect>());
        Assert.All(AccessModes.All, known =>
        {
            object? same = typeof(Metadata.Access).GetProperty(CSharpText.Pascal(known.Name))?.GetValue(null);
            Metadata.Access access = Assert.IsType<Metadata.Access>(same);
            Assert.Equal((known.Mode.Read.ToString(), known.Mode.Write.ToString()), (access.Read.ToString(), access.Write.ToString()));
        });
    }
}
