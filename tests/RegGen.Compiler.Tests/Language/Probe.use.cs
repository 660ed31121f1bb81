simulated["SCR"] = 0x12;
Equal("SCR -> 0x12, SCR <- 0x55, SCR -> 0x55, SCR <- 0xAA, SCR -> 0xAA, IER -> 0x00, SCR <- 0x12", Decoded(() => Equal(true, device.Identify())));
Equal(0x12ul, simulated["SCR"]);

simulated["IER"] = 0xF0;
Equal(false, device.Identify(out string? difference));
Equal("IER.Zero == 0 does not hold: it is 0xF.", difference);
Equal(0x12ul, simulated["SCR"]);                                          // put back, whatever was found

backend.ClockStands = true;
simulated.On("SCR").Read(_ => 0xFF);                                      // the first edition has none
Equal(false, device.Identify(out difference));
Equal("Uart8250: SCR == 0x55 did not hold within 0.01 ms; it last read 0xFF.", difference);

Equal(null, Uart8250.Probe(() => backend));
simulated.On("SCR").Read(_ => simulated["SCR"]);
simulated["IER"] = 0;
Equal((ushort)0x3F8, Uart8250.Probe(() => backend)!.BasePort);
