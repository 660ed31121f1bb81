Equal("0x316 <- 0x01, 0x302 -> 0x00, 0x306 -> 0x00, 0x30E <- 0x12", Accesses(() =>
{
    device.Mode.Write(1);                            // at: 0xB counts addresses, which are two ports apart
    device.Count[0].Read();
    device.Count[1].Read();
    device.Count[3].Write(high: 1, low: 2);
}));
Equal(0x12u, simulated["COUNT[3]"]);
Equal("COUNT[3] -> 0x12 Low=2 High=1, COUNT[3] <- 0x13 Low=3 High=1", Decoded(() => device.Count[3].Modify(low: 3)));
Equal("0x301 <- 0x00, 0x305 <- 0x01, 0x30D <- 0x02", Accesses(() =>
{
    byte next = 0;
    foreach (Register<byte> mask in device.Mask) mask.Write(next++);
}));
Equal("0x310 <- 0x0A, 0x315 <- 0x0B", Accesses(() => { device.Level[Table.Sine].Write(10); device.Level[Table.Noise].Write(11); }));
Equal(0x0Bu, simulated["LEVEL[Noise]"]);
Equal((4, 3, 3), (device.Count.Count, device.Mask.Count, device.Level.Count));
Throws<ArgumentOutOfRangeException>(() => _ = device.Count[4]);
Throws<ArgumentOutOfRangeException>(() => _ = device.Level[(Table)1]);
Equal("I8237 at 0x300 (0x301-0x302, 0x305-0x306, 0x30A, 0x30D-0x30E, 0x310, 0x312, 0x315-0x316)", Claim(0x300).ToString());
