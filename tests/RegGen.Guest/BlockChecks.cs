namespace RegGen.Guest;

/// <summary>Block transfers in the three widths.</summary>
static class BlockChecks
{
    const int Depth = 16;

    public static void Run(Checks checks, string[] arguments)
    {
        using PortBus bus = PortBus.Open(Uart.Claim, TestDevice.Claim);
        uint[] words = new uint[5];
        bus.OutBlock<uint>(TestDevice.Cell, [0x11111111, 0x22222222, 0xA1B2C3D4]);
        words[4] = 0x5A5A5A5A;
        bus.InBlock(TestDevice.Cell, words.AsSpan(0, 4));
        checks.That("rep outsl and insl: exactly the count", words is [0xA1B2C3D4, 0xA1B2C3D4, 0xA1B2C3D4, 0xA1B2C3D4, 0x5A5A5A5A]);
        ushort[] halves = new ushort[3];
        bus.OutBlock<ushort>(TestDevice.Cell, [0x1111, 0x3333]);
        bus.InBlock(TestDevice.Cell, halves.AsSpan(0, 2));
        checks.That("rep outsw and insw: two ports each", halves is [0x3333, 0x3333, 0] && bus.In32(TestDevice.Cell) == 0xA1B23333);

        // The FIFO in loopback keeps the order.
        byte[] sent = [.. Enumerable.Range(0, Depth).Select(i => (byte)((i * 37) + 5))], received = new byte[Depth];
        foreach ((int offset, byte value) in new (int, byte)[] { (3, 0x80), (0, 1), (1, 0), (3, 3), (4, 0x10), (2, 0x07) })
        {
            bus.Out8((ushort)(Uart.Port + offset), value);
        }

        bus.OutBlock<byte>(Uart.Port, sent);
        SpinWait.SpinUntil(() => (bus.In8(Uart.Port + 5) & 0x40) != 0, TimeSpan.FromSeconds(10));
        bus.InBlock(Uart.Port, received.AsSpan());
        checks.That("rep outsb and insb: in order through the FIFO", sent.SequenceEqual(received));
        checks.That("a block on a thread that was not healed yet", Threads.OnNew(() =>
        {
            byte[] one = new byte[1];
            bus.InBlock(Uart.Scratch, one.AsSpan());
            return one[0] == bus.In8(Uart.Scratch);
        }));
        bus.InBlock(Uart.Scratch, Span<byte>.Empty);
        checks.Refused("a block that crosses the end", PortRefusal.NotGranted, "outside", () => bus.InBlock<ushort>(Uart.Scratch, new ushort[2]));
    }
}
