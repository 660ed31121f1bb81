namespace RegGen.Benchmarks;

/// <summary>What a careful person writes without the generator: the same bus, the same kind of gate.</summary>
sealed class HandWrittenUart(PortBus bus, ushort port)
{
    const ushort LineControl = 3;
    const uint DivisorLatch = 0x80;

    readonly Lock _gate = new();
    readonly PortBus _bus = bus;
    readonly ushort _lineControl = (ushort)(port + LineControl);

    public void CloseDivisorLatch()
    {
        lock (_gate)
        {
            _bus.Write8(_lineControl, _bus.Read8(_lineControl) & ~DivisorLatch);
        }
    }
}
