Equal("AtaChannel at 0x1F0 (0x1F7, 0x3F6)", Claim().ToString());
Equal("0x1F7 -> 0x00, 0x3F6 -> 0x00", Accesses(() => { device.Status.Read(); device.Control.AlternateStatus.Read(); }));

simulated["Control.ALTERNATE_STATUS"] = 0x40;
Equal(true, device.Control.AlternateStatus.Read().Ready);
Equal("Control.DEVICE_CONTROL <- 0x02 InterruptDisable=1", Decoded(() => device.Control.DeviceControl.Write(interruptDisable: true)));
