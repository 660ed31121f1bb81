simulated["TEMPERATURE_HIGH"] = 0xFE;
simulated["TEMPERATURE_LOW"] = 0x40;
Equal("COMMAND <- 0x10 Code=Hold, TEMPERATURE_HIGH -> 0xFE, TEMPERATURE_LOW -> 0x40, COMMAND <- 0x11 Code=Release", Decoded(() => device.Temperature.Read()));
Equal(-1.75, device.Temperature.Read());                // 0xFE40 is -448 of 256 steps a degree
Equal((ushort)0xFE40, device.Temperature.ReadRaw());

Equal("LIMIT_LOW <- 0xC4, LIMIT_HIGH <- 0xFF", Decoded(() => device.Limit.Write(-10)));   // 60 half degrees below 20
Equal(-10.0, device.Limit.Read());
Throws<ArgumentOutOfRangeException>(() => device.Limit.Write(125.5));

Equal("ADDRESS[2] <- 0x12, ADDRESS[1] <- 0x34, ADDRESS[0] <- 0x56", Decoded(() => device.AddressJoined.Write(0x123456)));
Equal(0x123456u, device.AddressJoined.Read());

device.DateJoined.Write(20261122);
Equal((0x20ul, 0x26ul, 0x11ul, 0x22ul), (simulated["DATE[3]"], simulated["DATE[2]"], simulated["DATE[1]"], simulated["DATE[0]"]));
Equal(20261122u, device.DateJoined.Read());

Equal("OFFSET[1] <- 0xFF, OFFSET[0] <- 0xFE, COMMAND <- 0x20 Code=Apply, TEMPERATURE_LOW -> 0x40", Decoded(() => device.OffsetJoined.Write(-2)));
Throws<ArgumentOutOfRangeException>(() => device.DateJoined.Write(100_000_000));
Equal("°C", Map.Joined[0].Number!.Unit);
