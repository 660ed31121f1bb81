device.Lcr.Write(wordLength: 3);                             // not 0xBF: registers that only exclude it are plain ports
Equal("0x304 <- 0x01, 0x304 -> 0x01", Accesses(() => { device.Mcr.Write(dtr: true); device.Mcr.Read(); }));

Equal("LCR -> 0x1F WordLength=3 undeclared=0x1C, LCR <- 0xBF WordLength=3 Dlab=1 undeclared=0x3C, XON1 <- 0x11, LCR <- 0x1F WordLength=3 undeclared=0x1C",
    Decoded(() => device.Xon1.Write(0x11)));

simulated["EFR"] = 0x40;
Equal(
    "0x303 -> 0x1F, 0x303 <- 0xBF, 0x302 -> 0x40, 0x302 <- 0x50, 0x303 <- 0x1F, "       // EFR.Enhanced, by way of its own bank
    + "0x304 -> 0x01, 0x304 <- 0x05, "                                                     // MCR.TcrEnable
    + "0x306 <- 0x8F, "                                                                    // TCR
    + "0x304 <- 0x01, 0x303 -> 0x1F, 0x303 <- 0xBF, 0x302 <- 0x40, 0x303 <- 0x1F",         // both back, the last first
    Accesses(() => device.Tcr.Write(stop: 15, start: 8)));
Equal(0x8Fu, simulated["TCR"]);
Equal((0x40ul, 0x01ul, 0x1Ful), (simulated["EFR"], simulated["MCR"], simulated["LCR"]));
Equal(8, device.Tcr.Read().Start);
