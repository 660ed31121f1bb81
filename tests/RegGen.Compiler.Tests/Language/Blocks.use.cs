simulated["Channel[B].LCR"] = 3;
Equal("Channel[B].LCR -> 0x03 WordLength=3, Channel[B].LCR <- 0x83 WordLength=3 Dlab=1, Channel[B].DLL <- 0x0C, Channel[B].LCR <- 0x03 WordLength=3",
    Decoded(() => device.Channel[Port.B].Dll.Write(12)));
Equal("0x303 -> 0x00, 0x303 <- 0x80, 0x300 -> 0x00, 0x303 <- 0x00", Accesses(() => device.Channel[Port.A].Dll.Read()));

device.Channel[Port.A].Mcr.Write(dtr: true);                 // each channel remembers its own
device.Channel[Port.B].Mcr.Modify(rts: true);
Equal((1, 2), (device.Channel[Port.A].Mcr.LastWritten.Raw, device.Channel[Port.B].Mcr.LastWritten.Raw));

foreach (ChannelBlock channel in device.Channel) channel.Lcr.Modify(wordLength: 1);
Equal((1ul, 1ul), (simulated["Channel[A].LCR"], simulated["Channel[B].LCR"]));

Equal("0x318 <- 0x07, 0x310 -> 0x00, 0x310 <- 0x01, 0x315 <- 0x09, 0x310 <- 0x00", Accesses(() =>
{
    device.Timer.Unit[1].Stage[2].Write(level: 7);
    device.Timer.Unit[1].Limit.Write(9);
}));
Equal(7ul, simulated["Timer.Unit[1].STAGE[2]"]);
device.DivisorB.Write(0x0201);
Equal((1ul, 2ul), (simulated["Channel[A].DLL"], simulated["Channel[B].DLL"]));
