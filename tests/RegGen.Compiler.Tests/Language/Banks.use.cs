Equal("0x300 -> 0x00", Accesses(() => device.Rbr.Read()));           // the home bank: nothing to select

device.Lcr.Write(wordLength: 3);
Equal("LCR -> 0x03 WordLength=3, LCR <- 0x83 WordLength=3 Dlab=1, DLL <- 0x0C, DLM <- 0x00, LCR <- 0x03 WordLength=3",
    Decoded(() => device.Divisor.Write(12)));
Equal(12u, simulated["DLL"]);
Equal(0x03u, simulated["LCR"]);
