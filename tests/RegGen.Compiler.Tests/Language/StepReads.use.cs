simulated["STATUS"] = 0b1001_0101;               // zone 5: bit 7, then bits 5..4; state Done; alarm
simulated["TEMPERATURE"] = 0xF37E;               // -0x0C9 sixteenths; drift -2
simulated["HOURS"] = 0x42;
MeasureResult measured = device.Measure();
Equal(0b1001_0100ul, simulated["STATUS"]);       // the alarm went with the first read
Equal(-12.5625, measured.Celsius);
Equal((sbyte)-2, measured.Drift);
Equal((byte)42, measured.Hours);
Equal(State.Done, measured.State);
Equal((byte)5, measured.Moved);
Equal(0b0101_0001ul, simulated["CONTROL"]);      // zone 5 in bit 6 and bits 1..0, order 1
Equal(0x51ul, simulated["ECHO"]);
Equal(-12.5625, device.Celsius());

Equal("TRIM <- 0x7D Offset=-3 Level=3.5 V, TRIM -> 0x7D Offset=-3 Level=3.5 V, ECHO <- 0x07", Decoded(() => device.Adjust(-3, 3.5)));
Throws<ArgumentOutOfRangeException>(() => device.Adjust(8, 0));

device.Move(2, Order.Sleep);
Equal(0b0011_0010ul, simulated["CONTROL"]);
Throws<ArgumentOutOfRangeException>(() => device.Move(8, Order.Sleep));
