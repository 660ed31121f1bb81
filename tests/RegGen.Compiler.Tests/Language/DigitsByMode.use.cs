// One program: the mode is read, then the number is written as it says.
Equal("0x300 <- 0x0B, 0x301 -> 0x00, 0x300 <- 0x00, 0x301 <- 0x42", Accesses(() => device.Cmos.Seconds.Write(42)));
Equal((byte)42, device.Cmos.Seconds.Read());
Equal((byte)0x42, device.Cmos.Seconds.ReadRaw());
Equal("INDEX <- 0x0B Address=11, Cmos.RegisterB -> 0x00, INDEX <- 0x00, Cmos.Seconds -> 0x42 =42 s", Decoded(() => device.Cmos.Seconds.Read()));

simulated["Cmos.RegisterB"] = 0x04;                     // binary from here on
Equal("0x300 <- 0x0B, 0x301 -> 0x04, 0x300 <- 0x00, 0x301 <- 0x2A", Accesses(() => device.Cmos.Seconds.Write(42)));
simulated["Cmos.Seconds"] = 0x12;
Equal((byte)18, device.Cmos.Seconds.Read());
Equal("INDEX <- 0x0B Address=11, Cmos.RegisterB -> 0x04 DataMode=Binary, INDEX <- 0x00, Cmos.Seconds -> 0x12 =18 s", Decoded(() => device.Cmos.Seconds.Read()));
Throws<ArgumentOutOfRangeException>(() => device.Cmos.Seconds.Write(60));
device.Cmos.Seconds.WriteRaw(0xC0);                     // the bits, whatever they mean
Equal(0xC0ul, simulated["Cmos.Seconds"]);

// A value knows its bits alone, so it is told the mode.
simulated["Cmos.Hours"] = 0x92;
RegisterBValue mode = device.Cmos.RegisterB.Read();
HoursValue hours = device.Cmos.Hours.Read();
Equal(((byte)0x12, (byte)18, (byte)12, true), (hours.HourRaw, hours.Hour(mode), hours.Hour(mode with { DataMode = DataMode.Bcd }), hours.Afternoon));
Equal(0x91, hours.WithHour(17, mode).Raw);
Equal(0x97, hours.WithHour(17, default).Raw);
Throws<ArgumentOutOfRangeException>(() => hours.WithHour(24, mode));
device.Cmos.Hours.Modify(hourRaw: 0x05);
Equal(0x85ul, simulated["Cmos.Hours"]);
Equal("INDEX <- 0x04 Address=4, Cmos.Hours -> 0x85 Hour=5 Afternoon=1", Decoded(() => device.Cmos.Hours.Read()));
