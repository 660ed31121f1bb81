using RegGen.Backends;
using static RegGen.Devices.Parallel;

namespace RegGen.Devices.Tests;

/// <summary>devices/parallel against QEMU's port, which is a standard one: no EPP, no ECP.</summary>
public sealed class ParallelTests
{
    [Fact]
    public void Identity()
    {
        using Parallel port = Open(Bases.Lpt1, Machine.Start("-parallel", "null"));
        port.Data.Write(0x12);

        Assert.True(port.Identify());
        Assert.Equal(0x12, port.Data.Read());
        Assert.False(TryOpen(Bases.Lpt2, out _, Machine.Start("-parallel", "null")));
    }

    [Fact]
    public void Round_trip()
    {
        using Parallel port = Open(Bases.Lpt1, Machine.Start("-parallel", "null"));

        port.Data.Write(0xA5);
        port.Control.Write(autoFeed: true, notInitialize: true, selectIn: true, interruptEnable: true);

        Assert.Equal(0xA5, port.Data.Read());
        ControlValue control = port.Control.Read();
        Assert.Equal((false, true, true, true, true, false),
            (control.Strobe, control.AutoFeed, control.NotInitialize, control.SelectIn, control.InterruptEnable, control.Input));
    }

    // A printer that is on line, not busy, has paper and no error, and does not acknowledge: 1101 1 in bits 7 to 3.
    [Fact]
    public void The_printer_is_ready()
    {
        using Parallel port = Open(Bases.Lpt1, Machine.Start("-parallel", "null"));
        port.Control.Write(autoFeed: false, notInitialize: false, selectIn: true);
        port.Control.Write(autoFeed: false, notInitialize: true, selectIn: true);

        StatusValue status = port.Status.Read();
        Assert.Equal((true, true, false, true, true), (status.NotBusy, status.NotAcknowledge, status.PaperEnd, status.Selected, status.NotError));

        // It takes a byte while strobed, and is busy meanwhile.
        port.Data.Write((byte)'A');
        port.Control.Modify(strobe: true);
        Assert.False(port.Status.Read().NotBusy);
        port.Control.Modify(strobe: false);
        port.Status.Read();
        port.Status.Read();
        Assert.True(port.Status.Read().NotBusy);
    }

    // Microsoft ECP 1.06, ECR: what stands at 400h and 401h, the mode tells; writing it back leaves the mode as it was.
    [Fact]
    public void Simulated_the_configuration_is_behind_its_mode()
    {
        var backend = new SimulatedBackend();
        var simulated = backend.Add(Map, Bases.Lpt1);
        using Parallel port = Open(Bases.Lpt1, backend);
        simulated["CNFGA"] = 0x90;
        simulated["CNFGB"] = 0x0B;
        port.Ecr.Modify(mode: Mode.Byte);

        Assert.Equal((WordSize.Bytes1, true), port.Cnfga.Read() is var a ? (a.WordSize, a.LevelInterrupt) : default);
        Assert.Equal((Dma.Channel3, Interrupt.Irq7), port.Cnfgb.Read() is var b ? (b.Dma, b.Interrupt) : default);
        Assert.Equal(Mode.Byte, port.Ecr.Read().Mode);
    }
}
