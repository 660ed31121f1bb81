// A simulated device is what the description describes: where nothing else is known, it holds what it is recognized by.
Equal(true, device.Identify());
Equal("INDEX <- 0x87, INDEX <- 0x87, INDEX <- 0x20, Config.CHIP_ID -> 0x52, INDEX <- 0xAA", string.Join(", ", Decoded(() => device.Identify()).Split(", ").Take(5)));

simulated["Config.REVISION"] = 0x3A;
Equal(true, device.Identify());
simulated["Config.REVISION"] = 0x41;
Equal(false, device.Identify(out string? difference));
Equal("Config.REVISION.Major in [1, 3] does not hold: it is 0x4.", difference);
simulated["Config.REVISION"] = 0x1A;

Equal(true, SuperIo.TryOpen(Bases.First, out SuperIo? found, backend));
Equal((ushort)0x2E, found!.BasePort);
Equal(false, SuperIo.TryOpen(Bases.Second, out found, out difference, backend));                        // nobody there
Equal(null, found);
Equal("Config.CHIP_ID == 0x52 does not hold: it is 0xFF.", difference);

var other = new SimulatedBackend();
other.Add(SuperIo.Map, 0x4E);
Equal((ushort)0x4E, SuperIo.Probe(() => other)!.BasePort);
Equal(null, SuperIo.Probe(() => new SimulatedBackend()));
Equal("Config.CHIP_ID", SuperIo.Map.Identity!.Conditions[0].Register);
