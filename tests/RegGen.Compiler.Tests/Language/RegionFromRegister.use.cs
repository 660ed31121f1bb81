Equal("SuperIo at 0x2E (0x2E-0x2F)", Claim().ToString());
Equal("SuperIo at 0x2E (0x2E-0x2F, 0x200-0xFFF)", WidestClaim().ToString());

// Without a base nothing is touched but the registers that should hold it.
Equal(PortRefusal.NotFound, Throws<PortAccessException>(() => device.Monitor.Sensors.Temperature.Read()).Reason);

(simulated["Config.MonitorHigh"], simulated["Config.MonitorLow"]) = (0x02, 0x90);
simulated["Monitor.Sensors.Temperature"] = 42;
Equal<byte>(42, device.Monitor.Sensors.Temperature.Read());             // reads the base, claims 0x295 and 0x296
Equal("0x295 <- 0x27, 0x296 -> 0x2A", Accesses(() => device.Monitor.Sensors.Temperature.Read()));
Equal("0x2E-0x2F, 0x295-0x296", string.Join(", ", device.Bus.Granted));

(simulated["Config.MonitorHigh"], simulated["Config.MonitorLow"]) = (0x0A, 0x00);
Equal<ushort>(0xA00, device.Monitor.FindBase());                        // after the base was changed
Equal("0xA05 <- 0x27, 0xA06 -> 0x2A", Accesses(() => device.Monitor.Sensors.Temperature.Read()));
