byte[] glyph = { 1, 2, 3 };
Equal("0x300 <- 0x10, 0x302 <- 0x01, 0x302 <- 0x02, 0x302 <- 0x03", Accesses(() => device.Glyphs.WriteRaw(0x10, glyph)));
Equal(0x13u, (uint)simulated["ADDRESS"]);

byte[] all = device.Glyphs.ReadAll();                  // one index, 64 reads, in one go
Equal(64, all.Length);
Equal("0x300 <- 0x3F, 0x302 -> 0x00, 0x300 <- 0x3F, 0x302 <- 0x80", Accesses(() => device.Glyphs.Last.Modify(_ => 0x80)));
Equal("Glyphs[0x10] -> 0xFF", Decoded(() => { device.Address.Write(0x10); device.Data.Read(); }).Split(", ")[1]);
Throws<ArgumentOutOfRangeException>(() => device.Glyphs.ReadRaw(0xFF, new byte[2]));
