Equal("0x303 <- 0x4C, 0x304 <- 0x40, 0x304 -> 0x00", Accesses(() => { device.Bnry.Write(0x4C); device.Tpsr.Write(0x40); device.Tsr.Read(); }));
Equal("CR -> 0x21 Stop=1 RemoteDma=4, CR <- 0x61 Stop=1 RemoteDma=4 Page=1, CURR <- 0x4D, CR <- 0x21 Stop=1 RemoteDma=4",
    Decoded(() => device.Curr.Write(0x4D)));

// Written in page 0, which is home; read in page 2.
Equal("0x301 <- 0x46, 0x300 -> 0x21, 0x300 <- 0xA1, 0x301 -> 0x46, 0x300 <- 0x21",
    Accesses(() => { device.Pstart.Write(0x46); Equal<byte>(0x46, device.Pstart.Read()); }));
Equal((0x46ul, 0ul), (simulated["PSTART"], simulated["PAR0"]));
