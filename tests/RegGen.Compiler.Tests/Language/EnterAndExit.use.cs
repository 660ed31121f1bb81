simulated["Config.DeviceId"] = 0x52;
Equal("0x2E <- 0x87, 0x2E <- 0x87, 0x2E <- 0x20, 0x2F -> 0x52, 0x2E <- 0xAA", Accesses(() => device.Config.DeviceId.Read()));

Equal("0x2E <- 0x87, 0x2E <- 0x87, 0x2E <- 0x20, 0x2F -> 0x52, 0x2E <- 0x07, 0x2F <- 0x0B, 0x2E <- 0xAA", Accesses(() =>
{
    using (var config = device.Config.Enter())             // key, lock and exit once for several accesses
    {
        config.DeviceId.Read();
        config.LogicalDevice.Write(11);
    }
}));

// The bank is chosen inside: one key, one exit.
Equal("EFER <- 0x87, EFER <- 0x87, EFER <- 0x07, Config.LogicalDevice -> 0x0B, EFER <- 0x07, Config.LogicalDevice <- 0x0B, "
    + "EFER <- 0x30, Config.Activate -> 0x00, EFER <- 0x07, Config.LogicalDevice <- 0x0B, EFER <- 0xAA", Decoded(() => device.Config.Activate.Read()));
