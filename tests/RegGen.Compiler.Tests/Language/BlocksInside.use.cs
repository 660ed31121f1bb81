Equal("0x2E <- 0x8A, 0x2F <- 0xF1", Accesses(() => device.Config.Fan[2].Mode.Write(manual: true, level: 15)));
(simulated["Config.Fan[1].SPEED_HIGH"], simulated["Config.Fan[1].SPEED_LOW"]) = (0x05, 0xDC);
Equal((ushort)1500, device.Config.Fan[1].Speed.Read());
Equal("INDEX <- 0x84, Config.Fan[1].SPEED_HIGH -> 0x05, INDEX <- 0x85, Config.Fan[1].SPEED_LOW -> 0xDC", Decoded(() => device.Config.Fan[1].Speed.Read()));

// A bank of the window, then one of the fan.
device.Config.Fan[1].Mode.Write(manual: true, level: 3);
Equal("INDEX <- 0x86, Config.Fan[1].MODE -> 0x31 Manual=1 Level=3, INDEX <- 0x86, Config.Fan[1].MODE <- 0x30 Level=3", string.Join(", ",
    Decoded(() => device.Config.Fan[1].Curve.Start.Write(9)).Split(", ").Skip(4).Take(4)));
Equal((9ul, 0x31ul, 0ul), (simulated["Config.Fan[1].Curve.START"], simulated["Config.Fan[1].MODE"], simulated["Config.Bank"]));
device.Config.Fan[2].Curve.Point[1].Write(0x42);
Equal(0x42ul, simulated["Config.Fan[2].Curve.POINT[1]"]);

// A fixed region: plain ports, and one behind a bank.
Equal("0x808 <- 0xAA, 0x809 -> 0x00, 0x809 <- 0x0F", Accesses(() => { device.Pins.Port[1].Level.Write(0xAA); device.Pins.Port[1].Direction.Modify(@out: 0x0F); }));
Equal("0x807 -> 0x00, 0x807 <- 0x01, 0x806 <- 0x03, 0x807 <- 0x00", Accesses(() => device.Pins.Port[0].Edge.Write(3)));
Equal("Pins.Port[0].LOCK -> 0x00, Pins.Port[0].LOCK <- 0x01 Open=1, Pins.Port[0].EDGE -> 0x03, Pins.Port[0].LOCK <- 0x00", Decoded(() => device.Pins.Port[0].Edge.Read()));

// One that is found first.
(simulated["Config.MonitorHigh"], simulated["Config.MonitorLow"]) = (0x02, 0x90);
simulated["Monitor.Probe[Board].TEMPERATURE"] = 0xFB;
Equal((sbyte)-5, device.Monitor.Probe[Sensor.Board].Temperature.Read().Celsius);
Equal("0x29D <- 0x07", Accesses(() => device.Monitor.Probe[Sensor.Board].Offset.Write(7)));
Equal("0x290 -> 0x00, 0x290 <- 0x05, 0x291 <- 0x21", Accesses(() => device.Monitor.Log.Entry[2].What.Write(0x21)));
Equal(0x21ul, simulated["Monitor.Log.Entry[2].WHAT"]);
Equal("Monitor.SELECT -> 0x05 Index=5, Monitor.SELECT <- 0x05 Index=5, Monitor.Log.Entry[2].WHAT -> 0x21",
    string.Join(", ", Decoded(() => { device.Monitor.FindBase(); device.Monitor.Log.Entry[2].What.Read(); }).Split(", ").TakeLast(3)));
Equal((8, 0xAB), (MonitorLogWindow.Size, ConfigWindow.Size));

simulated["Config.Fan[2].SPEED_LOW"] = 0x64;
Equal((ushort)100, device.Full());
Equal((5ul, 0xF1ul), (simulated["Pins.Port[1].EDGE"], simulated["Config.Fan[2].MODE"]));
Equal("0x807 -> 0x00, 0x807 <- 0x01, 0x800 <- 0x0C, 0x807 <- 0x00", Accesses(() => device.Pins.Polarity.Write(12)));
Equal("SystemMonitor at 0x2E (0x2E-0x2F, 0x800, 0x804-0x80B)", Claim().ToString());
