namespace RegGen.Guest;

/// <summary>Values that a device nobody here wrote has to keep and give back.</summary>
static class RegisterChecks
{
    const byte RamIndex = 0x50;
    const byte StatusD = 0x0D;
    const byte ValidRam = 0x80;

    public static void Run(Checks checks, string[] arguments)
    {
        using PortBus bus = PortBus.Open(Uart.Claim, Clock.Claim, TestDevice.Claim);
        checks.That("the scratch register keeps every value", Enumerable.Range(0, 256).All(value => Scratch(bus, (byte)value) == value));
        checks.That("the clock's RAM is reached by index and data", Ram(bus, 0xA5) == 0xA5 && Ram(bus, 0x5A) == 0x5A);
        bus.Out8(Clock.Index, StatusD);
        checks.That("the clock says that its RAM is valid", (bus.In8(Clock.Data) & ValidRam) != 0);

        bus.Out32(TestDevice.Cell, 0x12345678);
        checks.That("a 32-bit write is read back in every width", bus.In32(TestDevice.Cell) == 0x12345678
            && bus.In16(TestDevice.Cell) == 0x5678 && bus.In16(TestDevice.Cell + 2) == 0x1234 && bus.In8(TestDevice.Cell + 3) == 0x12);
        bus.Out16(TestDevice.Cell + 2, 0xBEEF);
        checks.That("a 16-bit write changes two ports", bus.In32(TestDevice.Cell) == 0xBEEF5678);
        bus.Out8(TestDevice.Cell + 1, 0xAA);
        checks.That("an 8-bit write changes one port", bus.In32(TestDevice.Cell) == 0xBEEFAA78);
        bus.Out32(TestDevice.Cell, uint.MaxValue);
        checks.That("all ones is a value, not a refusal", bus.In32(TestDevice.Cell) == uint.MaxValue && bus.In16(TestDevice.Cell) == ushort.MaxValue);
        bus.Out32(TestDevice.Bytes, 0xCAFEF00D);
        checks.That("a byte-wide device sees a wide access as bytes", bus.In8(TestDevice.Bytes) == 0x0D && bus.In32(TestDevice.Bytes) == 0xCAFEF00D);

        List<PortAccess> seen = [];
        using (bus.Observe(seen.Add))
        {
            Scratch(bus, 0x33);
        }

        checks.That("an observer sees the accesses", seen is [{ IsWrite: true, Value: 0x33 }, { IsWrite: false, Value: 0x33 }]);
    }

    static byte Scratch(PortBus bus, byte value)
    {
        bus.Out8(Uart.Scratch, value);
        return bus.In8(Uart.Scratch);
    }

    static byte Ram(PortBus bus, byte value)
    {
        bus.Out8(Clock.Index, RamIndex);
        bus.Out8(Clock.Data, value);
        bus.Out8(Clock.Index, RamIndex);
        return bus.In8(Clock.Data);
    }
}
