device.Fcr.Write(wide: true);
Equal(0x20u, simulated["FCR"]);
Equal(0x01, device.Iir.Read().Raw);
device.Scr.Write(0x55);
device.Efr.Write(0xAA);
Equal((0x55, 0xAA), (device.Scr.Read(), device.Efr.Read()));
Equal("Control of the FIFOs, of 64 characters each.", Map["FCR"].Doc);
Equal("DataReady TransmitterEmpty", string.Join(" ", Map["LSR"].Fields.Select(field => field.Name)));
Equal(("TI TL16C750, SLLS191C", "MIT", "RegGen", "serial"), (Map.Source, Map.License, Map.Authors.Single(), Map.Tags.Single()));
