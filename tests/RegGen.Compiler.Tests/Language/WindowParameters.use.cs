Pci.ConfigWindow bridge = device.Config(bus: 0, device: 1, function: 0);
Equal("0xCF8/32 <- 0x80000800, 0xCFE/16 -> 0x0000", Accesses(() => bridge.DeviceId.Read()));
Equal("0xCF8/32 <- 0x8000083C, 0xCFC <- 0x0B", Accesses(() => bridge.InterruptLine.Write(11)));
Equal("0xCF8/32 <- 0x8012FF24, 0xCFC/32 <- 0xFEBF0000", Accesses(() => device.Config(0x12, 31, 7).BaseAddress[5].Write(0xFEBF0000)));

// Each set of parameters has registers of its own.
simulated["Config(0,1,0).VendorId"] = 0x8086;
simulated["Config(0,2,0).VendorId"] = 0x1234;
Equal<ushort>(0x8086, bridge.VendorId.Read());
Equal<ushort>(0x1234, device.Config(0, 2, 0).VendorId.Read());
Equal<byte>(11, bridge.InterruptLine.Read());
Equal<byte>(0, device.Config(0, 2, 0).InterruptLine.Read());
Equal(0xFEBF0000u, (uint)simulated["Config(18,31,7).BaseAddress[5]"]);
Equal("CONFIG_ADDRESS <- 0x80000804 Enable=1 DeviceNumber=1 RegisterNumber=1, Config(0,1,0).Command -> 0x0000, Config(0,1,0).Command <- 0x0004 BusMaster=1",
    Decoded(() => bridge.Command.Modify(busMaster: true)));

Equal("0xCF8/32 <- 0x80000814, 0xCFC/32 -> 0x00000000", Accesses(() =>
{
    using (var entered = bridge.Enter())                // one lock for several accesses
    {
        entered.BaseAddress[1].Read();
    }
}));

// Any width reaches any bytes.
simulated["Config(0,1,0).DeviceId"] = 0x7000;
Equal(0x70008086u, bridge.ReadRaw32(0x00));
Equal<byte>(0x70, bridge.ReadRaw8(0x03));
Equal<byte>(0x80, bridge.ReadAll()[1]);
Throws<ArgumentOutOfRangeException>(() => bridge.ReadRaw16(0x03));       // two dwords
Throws<ArgumentOutOfRangeException>(() => device.Config(0, 32, 0));
Throws<System.Collections.Generic.KeyNotFoundException>(() => { ulong word = simulated["Config.VendorId"]; });

// While nothing is enabled, the data port shows no configuration space.
device.ConfigAddress.Write(enable: false, busNumber: 0, deviceNumber: 1, functionNumber: 0, registerNumber: 0);
Equal("CONFIG_DATA -> 0x00000000", Decoded(() => device.ConfigData.Read()));
