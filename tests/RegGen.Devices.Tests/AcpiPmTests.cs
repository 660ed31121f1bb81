using RegGen.Pci;
using static RegGen.Devices.AcpiPm;

namespace RegGen.Devices.Tests;

/// <summary>devices/acpi-pm against QEMU's PIIX4, whose clock stands still, and against the masks of other models.</summary>
public sealed class AcpiPmTests : IDisposable
{
    const ushort Port = 0x600;

    readonly PortBus _bus = PortBus.Open(Machine.Start(), PciMachine.Claim, Claim(Port), QemuPm.Claim(Port).Sharing("AcpiPm"));

    [Fact]
    public void Identity()
    {
        AcpiPm power = SwitchedOn();

        // The timer has 24 bits; of PMEN and PMCNTRL none is set after reset.
        Assert.True(power.Identify());
        Assert.Equal(0, power.Pmtmr.Read().Reserved);
        Assert.False(TryOpen(0x700, out _, out string? difference, Machine.Start()));
        Assert.Equal("PMTMR.Reserved == 0 does not hold: it is 0xFF.", difference);
    }

    [Fact]
    public void Before_PCI_switches_it_on_nobody_answers()
    {
        Assert.False(new AcpiPm(_bus, Port).Identify());
        PciAddress bridge = PciMachine.Find(_bus, 0x8086, 0x7113);
        PciMachine.Write(_bus, bridge, 0x40, Port);
        Assert.Empty(Locate(new PortPciScan(_bus)));
    }

    [Fact]
    public void Round_trip()
    {
        AcpiPm power = SwitchedOn();

        power.Pmen.Write(powerButtonEnable: true);
        power.Pmcntrl.Write(sciEnable: true, suspendType: SuspendType.Working);
        power.Pmcntrl.Modify(sciEnable: false);

        Assert.True(power.Pmen.Read().PowerButtonEnable);
        Assert.Equal(0x1400, power.Pmcntrl.Read().Raw);
        power.Pmen.Write(powerButtonEnable: true, timerEnable: true, globalEnable: true, rtcEnable: true);
        Assert.Equal(0x0521, power.Pmen.Read().Raw);
    }

    [Fact]
    public void Of_QEMU_the_general_purpose_events_are_elsewhere()
    {
        SwitchedOn();
        var power = new QemuPm(_bus, Port);

        power.Gpe.Gpen.Write(0x0102);

        Assert.Equal((0x0102, 0), (power.Gpe.Gpen.Read(), power.Gpe.Gpsts.Read()));
        Assert.Equal(0x0102, _bus.In16(0xAFE2));
        Assert.DoesNotContain(QemuPm.Map.Registers, register => register.Name == "GPSTS");
    }

    // coreboot's i82371eb.h has the offsets and names. 86Box, acpi.c, and MAME, i82371eb_acpi.cpp, mask what is written: PMSTS 8D31h and PMEN 0521h;
    // GPSTS 0F81h, of whose bit 7 none tells the name; GPEN 0F01h, GLBSTS 0D27h, DEVSTS 3FFF0FFFh. 86Box alone: PMCNTRL, PCNTRL, GLBCTL.
    [Theory]
    [InlineData("PMSTS", 0x00, 0x8D31)]
    [InlineData("PMEN", 0x02, 0x0521)]
    [InlineData("PMCNTRL", 0x04, 0x3C07)]
    [InlineData("GPSTS", 0x0C, 0x0F01)]
    [InlineData("GPEN", 0x0E, 0x0F01)]
    [InlineData("PCNTRL", 0x10, 0x0000_3E1E)]
    [InlineData("GLBSTS", 0x18, 0x0D27)]
    [InlineData("DEVSTS", 0x1C, 0x3FFF_0FFF)]
    [InlineData("GLBEN", 0x20, 0x8D1B)]
    [InlineData("GLBCTL", 0x28, 0x0701_FF07)]
    public void The_bits_that_can_be_written_are_those_of_other_models(string name, int offset, uint writable)
    {
        Assert.Equal(offset, Map[name].Address);
        Assert.Equal(writable, Map[name].Fields.Where(field => field.Access.CanWrite).Aggregate(0ul, (bits, field) => bits | field.Mask));
    }

    [Fact]
    public void Entering_a_sleep_state_asks_and_does_not_stay_set()
    {
        AcpiPm power = SwitchedOn();

        // QEMU's PIIX4 knows the types 0, 1 and 2; to all others nothing happens.
        power.Suspend(Danger.Accepted, (SuspendType)7);

        Assert.Equal((SuspendType)7, power.Pmcntrl.Read().SuspendType);
        Assert.False(power.Pmcntrl.Read().SuspendEnable);
        Assert.Equal(["PMCNTRL.SuspendEnable", "GPOREG0", "GPOREG1", "GPOREG2", "GPOREG3"], Map.Dangers.Select(part => part.Name));
    }

    [Fact]
    public void The_danger_is_real()
    {
        AcpiPm power = SwitchedOn();

        // Type 0 is S5, soft off: the machine is gone, and QEMU with it.
        power.Suspend(Danger.Accepted, SuspendType.SoftOff);

        Assert.Throws<PortAccessException>(() => power.Pmtmr.WaitUntil(TimeSpan.FromSeconds(30), reserved: 1));
    }

    [Fact]
    public void Events_are_cleared_by_ones()
    {
        AcpiPm power = SwitchedOn();

        power.Pmsts.Write(timerStatus: true, powerButtonStatus: true);

        Assert.Equal(0, power.Pmsts.Read().Raw & 0x0101);
    }

    // PIIX4: PMBA at 40h, switched on by bit 0 of PMREGMISC at 80h.
    AcpiPm SwitchedOn()
    {
        PciAddress bridge = PciMachine.Find(_bus, 0x8086, 0x7113);
        PciMachine.Write(_bus, bridge, 0x40, Port | 1);
        PciMachine.Write(_bus, bridge, 0x80, 1);
        return new AcpiPm(_bus, Assert.Single(Locate(new PortPciScan(_bus))).BasePort);
    }

    public void Dispose() => _bus.Dispose();
}
