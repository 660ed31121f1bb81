simulated.On("SAMPLES").Enqueue(400, 0xFE70, 0x8000);
var volts = new double[3];
Equal("0x300/16 -> 0x0190, 0x300/16 -> 0xFE70, 0x300/16 -> 0x8000", Accesses(() => device.Samples.ReadBlock(volts)));
Equal("1 -1 -81.92", string.Join(" ", volts.Select(volt => volt.ToString(System.Globalization.CultureInfo.InvariantCulture))));
simulated.On("SAMPLES").Enqueue(400, 0xFE70);
Equal((1.0, (ushort)0xFE70), (device.Samples.Read(), device.Samples.ReadRaw()));

Equal("0x302/16 <- 0xFFFF, 0x302/16 <- 0x07FF", Accesses(() => device.Wave.WriteBlock([-1, 2047])));
Equal("", Accesses(() => Throws<ArgumentOutOfRangeException>(() => device.Wave.WriteBlock([0, 2048]))));       // nothing was written

simulated["TEMPERATURE[Outlet]"] = 0xFB;
Equal((-2.5, 0.0), (device.Temperature[Sensor.Outlet].Read(), device.Temperature[Sensor.Inlet].Read()));
Equal("TEMPERATURE[Outlet] -> 0xFB =-2.5 °C", Decoded(() => device.Temperature[Sensor.Outlet].Read()));
device.Limit[1].Write(21.5);
Equal((0x158ul, (ushort)0x158, 21.5), (simulated["LIMIT[1]"], device.Limit[1].ReadRaw(), device.Limit[1].Read()));
foreach (NumberRegister<double, ushort> limit in device.Limit) limit.Write(1);
Equal(0x00100010u, device.Limits.Read());

device.Heater.Write(Danger.Accepted, 12.5);
Equal((25ul, 12.5, (byte)25), (simulated["HEATER"], device.Heater.Read(), device.Heater.ReadRaw()));
Throws<ArgumentOutOfRangeException>(() => device.Heater.Write(Danger.Accepted, 100.5));
device.Heater.WriteRaw(Danger.Accepted, 0xFF);
device.Pump[1].Write(Danger.Accepted, 40);
Equal((0xFFul, 40ul), (simulated["HEATER"], simulated["PUMP[1]"]));
device.Power.Write(Danger.Accepted, 0.256);
Equal((1ul, 0ul), (simulated["HEATER"], simulated["MODE"]));

// A queue's code is looked at once for a block.
device.Mode.Write(digits: true);
Equal("0x318 -> 0x01, 0x319 <- 0x12, 0x319 <- 0x99", Accesses(() => device.Counts.WriteBlock([12, 99])));
simulated.On("COUNTS").Enqueue(0x25, 0x31);
var counts = new byte[2];
device.Counts.ReadBlock(counts);
Equal((25, 31), (counts[0], counts[1]));

// Each clock is read as its own mode says.
simulated["Clock[1].CONTROL"] = 4;
Equal("0x327 -> 0x00, 0x320 <- 0x42, 0x32F -> 0x04, 0x328 <- 0x2A", Accesses(() => { device.Clock[0].Seconds.Write(42); device.Clock[1].Seconds.Write(42); }));
Equal((42, 42), (device.Clock[0].Seconds.Read(), device.Clock[1].Seconds.Read()));
device.Clock[0].Alarm[2].Write(17);
device.Clock[1].Alarm[2].Write(17);
Equal((0x17ul, 0x11ul), (simulated["Clock[0].ALARM[2]"], simulated["Clock[1].ALARM[2]"]));
Equal("Clock[1].CONTROL -> 0x04 Binary=1, Clock[1].ALARM[2] -> 0x11 =17, Clock[0].CONTROL -> 0x00, Clock[0].ALARM[2] -> 0x17 =17",
    Decoded(() => { device.Clock[1].Alarm[2].Read(); device.Clock[0].Alarm[2].Read(); }));
simulated["Clock[0].YEAR"] = 0x26;
Equal((26, 38), (device.Clock[0].Year.Read().Year(device.Clock[0].Control.Read()), device.Clock[0].Year.Read().Year(device.Clock[1].Control.Read())));
