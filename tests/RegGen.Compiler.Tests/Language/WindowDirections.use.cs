Equal("0x300 <- 0x01, 0x301 <- 0x80", Accesses(() => device.Keys.Green.Write(0x80)));
Equal("0x300 <- 0x01, 0x302 -> 0x80", Accesses(() => device.Keys.Green.Read()));
Equal("INDEX <- 0x01, Keys.Green -> 0x80", Decoded(() => device.Keys.Green.Read()));
