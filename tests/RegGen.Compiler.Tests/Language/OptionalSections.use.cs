simulated["MON.FAN"] = 0x99;
Equal(0x99, device.Monitor.Fan.Read());
simulated["LOW"] = 0x34;
simulated["HIGH"] = 0x12;
Equal((ushort)0x1234, device.Total.Read());
Equal("0x302 <- 0x02", Accesses(() => device.Measure()));
Equal("MON", string.Join(" ", Map.Windows.Select(window => window.Name)));   // WDT is left out
Equal("0x304 <- 0x05, 0x80 <- 0x2A", Accesses(() => { device.Timer.Count.Write(5); device.Auxiliary.Code.Write(0x2A); }));
Equal("AUX", string.Join(" ", Map.Regions.Select(region => region.Name)));
