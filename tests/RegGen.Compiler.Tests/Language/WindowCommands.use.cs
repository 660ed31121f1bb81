simulated["STATUS"] = 0x01;                                // takes everything at once, and always has an answer
simulated["Memory.Temperature"] = 47;
Equal("0x66 -> 0x01, 0x66 <- 0x80, 0x66 -> 0x01, 0x62 <- 0x78, 0x66 -> 0x01, 0x62 -> 0x2F", Accesses(() => device.Memory.Temperature.Read()));
Equal<byte>(47, device.Memory.Temperature.Read());

device.Memory.Fan.Write(level: 5, full: false);
Equal(0x05u, (uint)simulated["Memory.Fan"]);
Equal(0x2Fu, (uint)simulated["DATA"]);                     // the last address, not the last value
device.Memory.Fan.Modify(full: true);                      // one command to read, one to write
Equal(0x45u, (uint)simulated["Memory.Fan"]);
Equal(
    "STATUS -> 0x01 OutputFull=1, COMMAND <- 0x81, STATUS -> 0x01 OutputFull=1, DATA <- 0x2F, STATUS -> 0x01 OutputFull=1, Memory.Fan <- 0x07 Level=7, "
        + "STATUS -> 0x01 OutputFull=1",
    Decoded(() => device.Memory.Fan.Write(level: 7, full: false)));
byte[] two = new byte[2];
device.Memory.ReadRaw(0x77, two);
Equal<byte>(47, two[1]);

simulated["STATUS"] = 0x03;                                // its input stays full
Throws<TimeoutException>(() => device.Memory.Temperature.Read());
