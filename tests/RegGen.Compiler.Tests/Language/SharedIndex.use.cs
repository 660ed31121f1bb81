simulated["Chip.ChipId"] = 0x52;
Equal<byte>(0x52, device.Chip.ChipId.Read());
simulated["Chip.LogicalDevice"] = 5;

// Without a home, the logical device is put back as it was.
Equal("0x2E <- 0x07, 0x2F -> 0x05, 0x2E <- 0x07, 0x2F <- 0x0B, 0x2E <- 0xF0, 0x2F -> 0x00, 0x2E <- 0x07, 0x2F <- 0x05",
    Accesses(() => device.Device.FanDivisor.Read()));
simulated["Chip.LogicalDevice"] = 11;
Equal("Device.FanDivisor -> 0x00", Decoded(() => device.Device.FanDivisor.Read()).Split(", ")[5]);
