Equal("0x3DA -> 0x00, 0x3C0 <- 0x31, 0x3C0 <- 0x2A", Accesses(() => device.Attributes.Overscan.Write(0x2A)));
Equal("0x3DA -> 0x00, 0x3C0 <- 0x31, 0x3C1 -> 0x2A", Accesses(() => device.Attributes.Overscan.Read()));
Equal("STATUS -> 0x00, ADDRESS <- 0x27 Index=7 PaletteSource=1, Attributes.Palette[7] <- 0x3F Color=63", Decoded(() => device.Attributes.Palette[7].Write(color: 63)));

device.Attributes.Mode.Write(graphics: true, blink: false);
Equal("0x3DA -> 0x00, 0x3C0 <- 0x30, 0x3C1 -> 0x01, 0x3C0 <- 0x09", Accesses(() => device.Attributes.Mode.Modify(blink: true)));
Equal(0x09u, (uint)simulated["Attributes.Mode"]);
Equal(0x3Fu, (uint)simulated["Attributes.Palette[7]"]);
Equal(0x30u, (uint)simulated["ADDRESS"]);              // the port holds the last address, not the last value

Equal<byte>(0x2A, device.Attributes.ReadAll()[0x11]);
Throws<ArgumentOutOfRangeException>(() => device.Attributes.ReadRaw(0x1F, new byte[2]));
