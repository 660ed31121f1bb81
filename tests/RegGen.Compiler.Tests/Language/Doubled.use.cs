Equal("0x303 <- 0x12, 0x303 <- 0x34", Accesses(() => device.LbaLow.WriteAll(previous: 0x12, current: 0x34)));
Equal(("0x303 -> 0x34", (byte)0x34), (Accesses(() => device.LbaLow.Read()), device.LbaLow.Read()));
Equal("CONTROL <- 0x80 HighOrder=1, LBA_LOW[1] -> 0x12, CONTROL <- 0x00", Decoded(() => device.LbaLow.ReadPrevious()));
device.LbaLow.Write(0x56);                               // one write alone moves what was there on
Equal((0x34, 0x56), (device.LbaLow.ReadPrevious(), device.LbaLow.Read()));
Equal((0x34ul, 0x56ul), (simulated["LBA_LOW[1]"], simulated["LBA_LOW"]));

Equal("LBA_HIGH <- 0x01, LBA_MID <- 0x23, LBA_LOW <- 0x45, LBA_HIGH <- 0x67, LBA_MID <- 0x89, LBA_LOW <- 0xAB", Decoded(() => device.Address.Write(0x0123456789AB)));
Equal(0x0123456789ABul, device.Address.Read());
Equal("0x306 <- 0x80, 0x305 -> 0x01, 0x304 -> 0x23, 0x303 -> 0x45, 0x306 <- 0x00, 0x305 -> 0x67, 0x304 -> 0x89, 0x303 -> 0xAB", Accesses(() => device.Address.Read()));
Equal("0x305 <- 0xCB, 0x304 <- 0xA9, 0x303 <- 0x87", Accesses(() => device.ShortAddress.Write(0xCBA987)));
Equal((0x6789ABCBA987ul, 0xCBA987u), (device.Address.Read(), device.ShortAddress.Read()));

Equal("0x301 <- 0x00, 0x301 <- 0x05", Accesses(() => device.Features.WriteAll(0, 5)));
Equal(5ul, simulated["FEATURES"]);
device.ReadExt(0x1000, 256);
Equal((ushort)256, device.Sectors.Read());
Equal(0x24ul, simulated["COMMAND"]);
Equal("LBA_LOW[1]", Map["LBA_LOW"].Previous);
