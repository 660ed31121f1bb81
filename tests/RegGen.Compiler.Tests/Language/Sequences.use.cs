Equal("0x304 -> 0x18, 0x304 <- 0xAE", Accesses(() => device.Send(0xAE)));

simulated["DATA"] = 0x47;
simulated["STATUS"] = 0x0D;
Equal((byte)0x47, device.ReadConfiguration(17));
Equal("STATUS -> 0x0D OutputFull=1 System=1 Source=Command, COMMAND <- 0x31, STATUS -> 0x0D OutputFull=1 System=1 Source=Command, DATA -> 0x47",
    Decoded(() => device.ReadConfiguration(17)));
Throws<ArgumentOutOfRangeException>(() => device.ReadConfiguration(32));

ReceiveResult received = device.Receive();
Equal(true, received.Status.OutputFull);
Equal(Source.Command, received.Source);
Equal((byte)0x47, received.Value);

simulated["STATUS"] = 0x1A;
TimeoutException late = Throws<TimeoutException>(() => device.Send(0xAE));
Equal("Kbc: STATUS.InputFull == 0 did not hold within 10 ms; it last read 0x1A.", late.Message);
