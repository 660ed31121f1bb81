Equal("CR9346 <- 0xC0 Mode=Config, CONFIG1 <- 0x03, CR9346 <- 0x00", Decoded(() => device.Config1.Write(3)));
Equal("0x352 -> 0x03", Accesses(() => device.Config1.Read()));                      // reading needs no key
Equal("CONFIG1 -> 0x03, CR9346 <- 0xC0 Mode=Config, CONFIG1 <- 0x04, CR9346 <- 0x00", Decoded(() => device.Config1.Modify(config => (byte)(config + 1))));

Equal("CR9346 <- 0xC0 Mode=Config, CONFIG4 <- 0x12, CONFIG3 <- 0x34, CR9346 <- 0x00", Decoded(() => device.Power.Write(0x1234)));   // once for all
Equal("CR9346 <- 0xC0 Mode=Config, CONFIG1 <- 0x05, CONFIG3 <- 0x06, CR9346 <- 0x00", Decoded(() =>
{
    using (device.UnlockConfiguration())                                            // once for several calls
    {
        device.Config1.Write(5);
        device.Config3.Write(6);
    }
}));
Equal("CR9346 <- 0x00", Decoded(() => Throws<TimeoutException>(() => device.Prepare())).Split(", ")[^1]);   // locked again when a poll is late

device.Bus.Out8(0x352, 9);                                                          // locked: the write is lost
Equal(1u, simulated["CONFIG1"]);
device.Cr9346.Write(mode: Mode.Config);
device.Bus.Out8(0x352, 9);
Equal(9u, simulated["CONFIG1"]);

Equal("KEY <- 0x87, KEY <- 0x01, GATE <- 0x05, KEY <- 0xAA", Decoded(() => device.Gate.Write(5)));
device.Key.Write(0x87);
device.Key.Write(0x02);                                                             // not the key
device.Bus.Out8(0x341, 7);
Equal(5u, simulated["GATE"]);

Equal("KEY <- 0x55, INDEX <- 0x07, Cells.Last <- 0x09, KEY <- 0x00", Decoded(() => device.Cells.Last.Write(9)));
Equal("INDEX <- 0x07, Cells.Last -> 0x09", Decoded(() => device.Cells.Last.Read()));
Equal("KEY <- 0x55, INDEX <- 0x00, Cells.First <- 0x08, KEY <- 0x00", Decoded(() => device.Cells.WriteRaw(0, 8)));
Equal("KEY <- 0x55, INDEX <- 0x00, Cells.First <- 0x01, INDEX <- 0x01, Cells[0x01] <- 0x02, KEY <- 0x00", Decoded(() => device.Cells.WriteRaw(0, [1, 2])));
Equal("UnlockGate UnlockCells UnlockConfiguration", string.Join(" ", Map.Locks.Select(known => known.Name).OrderBy(name => name.Length)));
