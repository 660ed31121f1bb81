using RegGen.Claims;

namespace RegGen.Benchmarks;

/// <summary>What a careful person writes without the generator: the same bus, the same kind of gate.</summary>
sealed class HandWrittenUart(PortBus bus, ushort port) : PortDevice(bus, PortClaim.At("Uart", port, (0, 7)), ownsBus: false)
{
    const int LineControl = 3;
    const uint DivisorLatch = 0x80;

    public void CloseDivisorLatch()
    {
        lock (Gate)
        {
            this.Write8(LineControl, this.Read8(LineControl) & ~DivisorLatch);
        }
    }
}
