simulated["STATE0"] = 0x86;
simulated["COUNTER0"] = 0x12;
Equal("0x303 <- 0xE2, 0x300 -> 0x86", Accesses(() => device.State0.Read()));
Equal((3, true), (device.State0.Read().Mode, device.State0.Read().Output));
Equal("READ_BACK <- 0xE2 Count=Leave Of0=1, STATE0 -> 0x86 Output=1 Mode=3, COUNTER0 -> 0x12", Decoded(() => { device.State0.Read(); device.Counter0.Read(); }));

// The bank ends with its one read, and with nothing else.
Equal("READ_BACK <- 0xE6 Count=Leave Of0=1 Of1=1, COUNTER0 <- 0x07, STATE0 -> 0x86 Output=1 Mode=3, COUNTER0 -> 0x07, STATE1 -> 0x00, COUNTER1 -> 0x00", Decoded(() =>
{
    device.ReadBack.Write(status: Latching.Take, of0: true, of1: true);
    device.Counter0.Write(7);
    foreach (ushort port in new ushort[] { 0x300, 0x300, 0x301, 0x301 }) device.Bus.In8(port);
}));
Equal((0xD2ul, 0xC2ul), (Map.OneShots[0].Mask, Map.OneShots[0].Bits));
