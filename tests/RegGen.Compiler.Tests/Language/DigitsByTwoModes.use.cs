Equal("0x302 -> 0x00, 0x300/16 <- 0x0014", Accesses(() => device.Count.Write(10)));      // Digits is known to be 0 from what was written
device.Control.Write(digits: true);
Equal("0x302 -> 0x00, 0x300/16 <- 0x0020", Accesses(() => device.Count.Write(10)));
Equal(10.0, device.Count.Read());
device.Mode.Write(format: 1);
Equal("0x302 -> 0x10, 0x300/16 <- 0x0014", Accesses(() => device.Count.Write(10)));
simulated["COUNT"] = 0x0020;
Equal(16.0, device.Count.Read());
device.Mode.Write(format: 2);
Equal("CONTROL <- 0x01 Digits=1, MODE -> 0x20 Format=2, COUNT -> 0x0020 =10 mm", Decoded(() => { device.Control.Modify(hold: false); device.Count.Read(); }));
device.Mode.Write(format: 3);
Equal("MODE -> 0x30 Format=3, COUNT <- 0x1F40 =4000 mm", Decoded(() => device.Count.Write(4000)));
Throws<ArgumentOutOfRangeException>(() => device.Count.Write(4000.5));
