Equal("0x4E <- 0x2E, 0x4F <- 0x11, 0x4E <- 0x2F, 0x4F <- 0x20", Accesses(() => device.Depth.AddressHigh.Write(0x20)));
Equal(0x20u, (uint)simulated["Depth.AddressHigh"]);
Equal<byte>(0x20, device.Depth.AddressHigh.Read());
Equal("INDEX <- 0x2E, Config.DepthAddress <- 0x11, INDEX <- 0x2F, Depth.AddressHigh -> 0x20", Decoded(() => device.Depth.AddressHigh.Read()));
