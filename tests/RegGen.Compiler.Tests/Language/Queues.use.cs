simulated.On("DATA").Enqueue(0x0040, 0x3FFF, 0x8000);
var words = new ushort[3];
Equal("0x300/16 -> 0x0040, 0x300/16 -> 0x3FFF, 0x300/16 -> 0x8000", Accesses(() => device.Data.ReadBlock(words)));
Equal((ushort)0x3FFF, words[1]);
Equal("DATA <- 0x1234, DATA <- 0x5678", Decoded(() => device.Data.WriteBlock([0x1234, 0x5678])));

simulated["STATUS"] = 0x08;
simulated.On("DATA").Enqueue(1, 2, 3, 4);
IdentifyResult disk = device.Identify();
Equal("1 2 3 4", string.Join(" ", disk.Words));
Equal(true, disk.Status.DataRequest);
