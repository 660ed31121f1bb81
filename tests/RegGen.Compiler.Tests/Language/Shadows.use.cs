Equal(0x0Cul, simulated["CONTROL"]);                       // the simulated device starts with what the driver takes it to hold
Equal("0x302 <- 0x0D, 0x302 <- 0x0C", Accesses(() => { device.Control.Modify(strobe: true); device.Control.Modify(strobe: false); }));
Equal(0x0C, device.Control.LastWritten.Raw);

// Reading would lose the events, so a modify does not read.
simulated["EVENTS"] = 0x03;
Equal("0x303 <- 0x80", Accesses(() => device.Events.Modify(enable: true)));
Equal(0x83u, simulated["EVENTS"]);
Equal(true, device.Events.Read().Jam);
Equal(0x80u, simulated["EVENTS"]);
