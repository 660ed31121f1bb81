Equal("0x303 <- 0x00, 0x300 -> 0x00", Accesses(() => device.Counter.Read()));
Equal("COUNTER <- 0x07", Decoded(() => device.Counter.Write(7)));
Equal(TimeSpan.FromMicroseconds(1), backend.Waited);
Equal("MODE <- 0x00, COUNTER -> 0x07, COUNTER <- 0x08", Decoded(() => device.Counter.Modify(count => (byte)(count + 1))));

Equal("KEY <- 0x87, KEY <- 0x01, GATE <- 0x03 Open=1 Speaker=1, KEY <- 0xAA", Decoded(() => device.Gate.Write(open: true, speaker: true)));
Equal("KEY <- 0x87, KEY <- 0x01, GATE <- 0x02 Speaker=1, KEY <- 0xAA", Decoded(() => device.Gate.Modify(open: false)));   // from what was written last
Equal(true, device.Gate.LastWritten.Speaker);
