simulated["DATA"] = 0x12378086;
Equal("0x304/32 -> 0x12378086, 0x306/16 -> 0x1237, 0x305 -> 0x80", Accesses(() => { device.Data.Read(); device.Data16[1].Read(); device.Data8[1].Read(); }));
Equal((0x86, 0x12, 0x8086), (device.Data8[0].Read(), device.Data8[3].Read(), device.Data16[0].Read()));
Equal("DATA[31..16] -> 0x12370000 Device=4663", Decoded(() => device.Data16[1].Read()));

// Reads have three widths and writes have one: device.Data8[0].Write does not compile.
ArrayOf<ReadOnlyRegister<byte>> bytes = device.Data8;
Equal((4, 2), (bytes.Count, device.Data16.Count));
device.Data.Write(vendor: 0x8086, device: 0x7113);
Equal(0x71138086ul, simulated["DATA"]);

device.Mailbox8[1].Write(0xAB);
device.Mailbox8[0].Modify(low => (byte)(low | 0x0F));
Equal((ushort)0xAB0F, device.Mailbox.Read());
Throws<ArgumentOutOfRangeException>(() => _ = device.Mailbox8[2]);

// The simulated device answers in no other width.
device.Bus.Out8(0x304, 0xFF);
Equal(0x71138086ul, simulated["DATA"]);
Equal(0xFF, device.Bus.In8(0x300));
device.Bus.Out16(0x304, 0xFFFF);
Equal(0x71138086ul, simulated["DATA"]);
