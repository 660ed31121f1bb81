using static RegGen.Devices.Mc146818;

namespace RegGen.Devices.Tests;

/// <summary>devices/mc146818 against QEMU's clock.</summary>
public sealed class Mc146818Tests
{
    [Fact]
    public void Identity()
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start());

        // MC146818A, register D: only the valid bit can ever be set.
        Assert.Equal(0x80, clock.Cmos.RegisterD.Read().Raw);
    }

    [Fact]
    public void Round_trip()
    {
        using Mc146818 clock = Open(Bases.Pc, Machine.Start());

        clock.Cmos.RegisterB.Modify(set: true, dataMode: DataMode.Binary);
        clock.Cmos.SecondsAlarm.Write(42);

        Assert.Equal(42, clock.Cmos.SecondsAlarm.Read());
        Assert.Equal(DataMode.Binary, clock.Cmos.RegisterB.Read().DataMode);
    }
}
