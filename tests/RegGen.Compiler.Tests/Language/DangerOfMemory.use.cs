Equal("RBSTART <- 0x00120000", Decoded(() => device.Rbstart.Write(Danger.Accepted, 0x12_0000)));
Equal(0x0012_0000u, device.Rbstart.Read());
Equal("RBSTART <- 0x00340000", Decoded(() => device.Receive(Danger.Accepted, 0x34_0000)));
Equal("RBSTART -> 0x00340000, RBSTART <- 0x00340010", Decoded(() => device.Rbstart.Modify(Danger.Accepted, start => start + 0x10)));
Equal("RBSTART_HIGH <- 0x0056", Decoded(() => device.RbstartHigh.Write(Danger.Accepted, 0x56)));

Equal("TSAD[2] <- 0x00001000", Decoded(() => device.Tsad[2].Write(Danger.Accepted, 0x1000)));
Equal("TSAD[1] <- 0x00000001, TSAD[0] <- 0x00000002", Decoded(() => device.Packets.Write(Danger.Accepted, 0x1_0000_0002)));
Equal(0x1_0000_0002u, device.Packets.Read());

Equal("INDEX <- 0x03, Memory.LAST <- 0x00000007", Decoded(() => device.Memory.Last.Write(Danger.Accepted, 7)));   // through a dangerous port
Equal("INDEX <- 0x09, Memory[0x09] <- 0x00000008", Decoded(() => device.Memory.WriteRaw(Danger.Accepted, 9, 8u)));
device.Memory.WriteRaw(Danger.Accepted, 0, [1, 2]);
Equal(1u, device.Memory.First.Read());

Equal(true, Map.ReachesMemory);
Equal("TSAD[0], TSAD[1], TSAD[2], TSAD[3], RBSTART, RBSTART_HIGH, DATA, Memory.FIRST, Memory.LAST", string.Join(", ", Map.Dangers.Select(part => part.Name)));
