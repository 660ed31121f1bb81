Equal("0x300 <- 0x00, 0x301 <- 0x0C", Accesses(() => device.Pen.Color.Write(0x0C)));
Equal("0x300 <- 0x01, 0x302/16 <- 0x012C", Accesses(() => device.Pen.Speed.Write(300)));
Equal("0x300 <- 0x02, 0x304/32 <- 0x00070100", Accesses(() => device.Pen.Position.Write(x: 0x100, y: 7)));
Equal("INDEX <- 0x01, Pen.Speed -> 0x012C", Decoded(() => device.Pen.Speed.Read()));
Equal(0x00070100u, device.Pen.ReadRaw32(2));
