using RegGen.Claims;

namespace RegGen.Tests.Claims;

public sealed class KernelPortsTests
{
    // From a PC under Debian 12, shortened.
    const string AsRoot = """
        0000-0cf7 : PCI Bus 0000:00
          0000-001f : dma1
          0060-0060 : keyboard
          0070-0071 : rtc0
          00e0-00eb : pnp 00:04
          02f8-02ff : serial
        0cf8-0cff : PCI conf1
        0d00-ffff : PCI Bus 0000:00
          1000-107f : 0000:00:1f.0
            1000-1003 : ACPI PM1a_EVT_BLK
          c000-c0ff : 0000:00:03.0
            c000-c0ff : 8139cp
          d000-d0ff : 0000:02:00.0
            d000-d0ff : 0000:02:00.0
          e000-efff : PCI CardBus 0000:05
          fe00-fe01 : pnp 00:05x
          0290-0299 : pnp 00:06
            0295-0296 : it87
        """;

    [Fact]
    public void Drivers_own_ports_windows_and_reservations_do_not() => Assert.Equal(
        ["dma1 (0x0-0x1F)", "keyboard (0x60)", "rtc0 (0x70-0x71)", "serial (0x2F8-0x2FF)", "PCI conf1 (0xCF8-0xCFF)",
            "ACPI PM1a_EVT_BLK (0x1000-0x1003)", "8139cp (0xC000-0xC0FF)", "0000:02:00.0 (0xD000-0xD0FF)", "pnp 00:05x (0xFE00-0xFE01)", "it87 (0x295-0x296)"],
        KernelPorts.Parse(AsRoot.Split('\n'))!.Select(owner => owner.ToString()));

    /// <summary>The kernel shows zeros to who lacks CAP_SYS_ADMIN (fs/proc, r_show).</summary>
    [Fact]
    public void What_is_hidden_from_the_unprivileged_is_unknown_rather_than_free() =>
        Assert.Null(KernelPorts.Parse(["0000-0000 : PCI Bus 0000:00", "  0000-0000 : dma1", "  0000-0000 : serial"]));

    [Fact]
    public void A_system_without_the_file_names_no_owners() => Assert.Null(KernelPorts.Owners("/nowhere/ioports"));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("02f8:02ff : serial")]
    [InlineData("ffff-0000 : backwards")]
    public void A_line_of_another_form_names_nobody(string line) => Assert.Equal(["a (0x1)"], KernelPorts.Parse([line, "0001-0001 : a"])!.Select(owner => owner.ToString()));
}
