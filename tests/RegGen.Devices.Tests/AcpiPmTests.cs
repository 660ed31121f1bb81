using RegGen.Pci;
using static RegGen.Devices.AcpiPm;

namespace RegGen.Devices.Tests;

/// <summary>devices/acpi-pm against QEMU's PIIX4, whose clock stands still.</summary>
public sealed class AcpiPmTests : IDisposable
{
    const ushort Port = 0x600;

    readonly PortBus _bus = PortBus.Open(Machine.Start(), PciMachine.Claim, Claim(Port));

    AcpiPm Power
    {
        get
        {
            if (field is null)
            {
                // PIIX4: PMBASE at 40h, switched on by bit 0 of PMREGMISC at 80h.
                PciAddress bridge = PciMachine.Find(_bus, 0x8086, 0x7113);
                PciMachine.Write(_bus, bridge, 0x40, Port | 1);
                PciMachine.Write(_bus, bridge, 0x80, 1);
                field = new AcpiPm(_bus, (ushort)(PciMachine.Read(_bus, bridge, 0x40) & 0xFFC0));
            }

            return field;
        }
    }

    [Fact]
    public void Identity()
    {
        Assert.Equal(Port, Power.BasePort);

        // The timer has 24 bits, and nothing but the described bits can be set.
        Assert.Equal(0, Power.PmTmr.Read().Extended);
        Power.Pm1En.Write(new Pm1EnValue(0x0721));
        Assert.Equal(0x0721, Power.Pm1En.Read().Raw);
    }

    [Fact]
    public void Round_trip()
    {
        Power.Pm1En.Write(powerButtonEnable: true);
        Power.Pm1Cnt.Write(sciEnable: true, sleepType: 5);
        Power.Pm1Cnt.Modify(sciEnable: false);
        Power.Gpe.Gpe0En.Write(0x0102);

        Assert.True(Power.Pm1En.Read().PowerButtonEnable);
        Assert.Equal(0x1400, Power.Pm1Cnt.Read().Raw);
        Assert.Equal(0x0102, Power.Gpe.Gpe0En.Read());
    }

    [Fact]
    public void Entering_a_sleep_state_asks_and_does_not_stay_set()
    {
        // QEMU's PIIX4 knows the types 0, 1 and 2; to all others nothing happens.
        Power.Sleep(Danger.Accepted, 7);

        Assert.Equal(7, Power.Pm1Cnt.Read().SleepType);
        Assert.False(Power.Pm1Cnt.Read().SleepEnable);
        Assert.Equal(["PM1_CNT.SleepEnable"], Map.Dangers.Select(part => part.Name));
    }

    [Fact]
    public void The_danger_is_real()
    {
        // Type 0 is S5, soft off: the machine is gone, and QEMU with it.
        Power.Sleep(Danger.Accepted, 0);

        Assert.Throws<PortAccessException>(() => Power.PmTmr.WaitUntil(TimeSpan.FromSeconds(30), extended: 1));
    }

    [Fact]
    public void Events_are_cleared_by_ones()
    {
        Power.Pm1Sts.Write(timerStatus: true, powerButtonStatus: true);

        Assert.Equal(0, Power.Pm1Sts.Read().Raw & 0x0101);
    }

    public void Dispose() => _bus.Dispose();
}
