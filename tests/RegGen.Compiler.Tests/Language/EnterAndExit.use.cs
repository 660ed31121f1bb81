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

// Who forgets to enter, or gets the keys wrong, meets nobody: reads give all ones, writes are lost.
foreach (byte[] keys in new byte[][] { [], [0x87], [0x87, 0x01, 0x87], [0x55, 0x87] })
{
    foreach (byte key in keys) device.Efer.Write(key);
    device.Efer.Write(0x20);
    Equal<byte>(0xFF, device.Efdr.Read());
}

device.Efer.Write(0x07);
device.Efdr.Write(0x05);
Equal(11ul, simulated["Config.LogicalDevice"]);
device.Efer.Write(0x87);
device.Efer.Write(0x87);
device.Efer.Write(0x20);
Equal<byte>(0x52, device.Efdr.Read());
device.Efer.Write(0xAA);
device.Efer.Write(0x20);
Equal<byte>(0xFF, device.Efdr.Read());
