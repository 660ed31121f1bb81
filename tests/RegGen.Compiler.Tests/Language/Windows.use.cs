Equal("0x300 <- 0x0D, 0x301 -> 0x00", Accesses(() => device.Cmos.RegisterD.Read()));

device.Index.Modify(nmiDisable: true);            // from now on every access through the window keeps the bit
Equal("0x300 <- 0x80, 0x301 -> 0x00", Accesses(() => device.Cmos.Seconds.Read()));

device.Cmos.WriteRaw(0x2C, 0x55);                 // an index that is not described
