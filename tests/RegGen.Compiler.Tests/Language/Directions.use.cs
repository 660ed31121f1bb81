Equal("0x302 <- 0x43, 0x30C -> 0x43", Accesses(() => { device.Misc.Write(colorPorts: true, ramEnable: true, polarity: 1); device.Misc.Read(); }));
Equal("MISC -> 0x43 ColorPorts=1 RamEnable=1 Polarity=1, MISC <- 0x47 ColorPorts=1 RamEnable=1 Clock=1 Polarity=1",
    Decoded(() => device.Misc.Modify(clock: 1)));
simulated["STATUS0"] = 0x10;
Equal("0x302 -> 0x10", Accesses(() => device.Status0.Read()));
Equal("Vga at 0x300 (0x302, 0x30A, 0x30C, 0x31A)", Claim(0x300).ToString());
