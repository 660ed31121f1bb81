Equal("0x300/16 -> 0x0180", Accesses(() => device.Status.Read()));
Equal(true, device.Status.Read().Link);
Equal("STATUS -> 0x8001 Link=1 Enable=1 wire=0x0180, STATUS <- 0x8101 Link=1 Speed=Hundred Enable=1 wire=0x0181", Decoded(() => device.Status.Modify(speed: Speed.Hundred, link: true)));
Equal("0x302 <- 0x05", Accesses(() => device.Command.Write(5)));
Equal("0x304/16 -> 0x0102", Accesses(() => device.Revision.Read()));

var words = new ushort[2];
simulated.On("DATA").Enqueue(0x1234, 0xABCD);
Equal("0x306/16 -> 0x3412, 0x306/16 -> 0xCDAB", Accesses(() => device.Data.ReadBlock(words)));
Equal((ushort)0xABCD, words[1]);
Equal("0x306/16 <- 0x3412, 0x306/16 <- 0xCDAB", Accesses(() => device.Data.WriteBlock(words)));
Equal((ushort)0x1234, words[0]);

Equal((ushort)0x00F0, device.Mask.LastWritten.Raw);
Equal("0x308/16 <- 0xF012", Accesses(() => device.Mask.Modify(high: 0x12)));
Equal((byte)0x12, device.Mask.LastWritten.High);

Equal("0x314/32 <- 0x04030201", Accesses(() => device.Filter[1].Write(0x01020304)));
Equal((ushort)0x1140, device.Phy.Control.Read());
Equal("0x318 <- 0x00, 0x31A/16 <- 0x0010", Accesses(() => device.Phy.Control.Write(0x1000)));
Equal("Phy.CONTROL -> 0x1000 wire=0x0010", Decoded(() => device.Phy.Control.Read()).Split(", ")[1]);

Equal("0x320/16 <- 0x1100, 0x322/32 <- 0x55443322", Accesses(() => device.Address.Write(0x0011_2233_4455)));
Equal(0x0011_2233_4455ul, device.Address.Read());

simulated["STATUS"] = 0x8000;
Equal((ushort)0x0A01, device.Start(10));
Equal(0x8001ul, simulated["STATUS"]);
Equal("0x31C <- 0x01, 0x326/16 -> 0x010A, 0x31C <- 0x00", Accesses(() => device.Paged.Read()));

Equal("0x380/16 -> 0x55AA", Accesses(() => device.Boot.Checksum.Read()));
device.Words.Write(0x1234);                      // the first two bytes of the four
Equal(0x12340000u, device.Bytes.Read());
