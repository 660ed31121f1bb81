Equal("CONTROL -> 0x00, CONTROL <- 0x02 Enable=1, CLOCK <- 0x05, CONTROL <- 0x00", Decoded(() => device.Clock.Write(5)));
Equal("0x301 -> 0x05", Accesses(() => device.Clock.Read()));                        // reading needs nothing
Equal("CLOCK -> 0x05, CONTROL -> 0x00, CONTROL <- 0x02 Enable=1, CLOCK <- 0x06, CONTROL <- 0x00", Decoded(() => device.Clock.Modify(clock => (byte)(clock + 1))));

device.Bus.Out8(0x301, 9);                                                          // not enabled: the write is lost
Equal(6u, simulated["CLOCK"]);
device.Control.Write(enable: true);
device.Bus.Out8(0x301, 9);
Equal(9u, simulated["CLOCK"]);
device.Clock.Write(10);
Equal(true, device.Control.Read().Enable);                                          // put back as it was found

Equal("CONTROL -> 0x02 Enable=1, CONTROL <- 0xC2 Mode=Setup Enable=1, TRIM <- 0x07, CONTROL <- 0x02 Enable=1", Decoded(() => device.Trim.Write(7)));

Equal("INDEX <- 0x11, Crtc.VerticalRetraceEnd -> 0x80 Protect=1, INDEX <- 0x11, Crtc.VerticalRetraceEnd <- 0x00, INDEX <- 0x00, Crtc.HorizontalTotal <- 0x5F, "
    + "INDEX <- 0x11, Crtc.VerticalRetraceEnd <- 0x80 Protect=1", Decoded(() => device.Crtc.HorizontalTotal.Write(0x5F)));
Equal((byte)0x5F, device.Crtc.HorizontalTotal.Read());
device.Crtc.WriteRaw(0, 0x60);                                                      // protected
Equal((byte)0x5F, device.Crtc.HorizontalTotal.Read());
