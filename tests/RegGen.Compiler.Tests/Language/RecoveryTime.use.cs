backend.ClockStands = true;
Equal("Chip.TIMER1 <- 0xFF", Decoded(() => device.Chip.Timer1.Write(0xFF)).Split(", ")[1]);
Equal(TimeSpan.FromMicroseconds(3.3), backend.Waited);                     // between index and data

device.Chip.Timer1.Write(0xFF);
Equal(TimeSpan.FromMicroseconds(3.3 + 23 + 3.3), backend.Waited);          // first, what was left of the time after the data

backend.Advance(TimeSpan.FromMicroseconds(20));
device.Status.Read();
Equal(TimeSpan.FromMicroseconds(3.3 + 23 + 3.3 + 3), backend.Waited);      // every register of the device waits, but only for the rest

device.Status.Read();
device.Status.Read();
Equal(TimeSpan.FromMicroseconds(3.3 + 23 + 3.3 + 3), backend.Waited);

TimeSpan before = backend.Waited;
device.Second.Mode.Modify(on: true);                                       // index, read, index, write
Equal(TimeSpan.FromMicroseconds(0.5 + 2), backend.Waited - before);
before = backend.Waited;
device.Second.ReadRaw(5);
Equal(TimeSpan.FromMicroseconds(2 + 0.5), backend.Waited - before);
backend.Advance(TimeSpan.FromMilliseconds(1));

simulated["STATUS"] = 0x40;
before = backend.Waited;
device.Detect();
Equal(TimeSpan.FromMicroseconds(3.3 + 23 + 3.3 + 80), backend.Waited - before);
simulated["STATUS"] = 0;
Throws<TimeoutException>(() => device.Detect());

Equal(0, simulated.EarlyAccesses);
device.Bus.Out8(0x388, 4);                                                 // past the device's registers, nothing waits
device.Bus.Out8(0x389, 1);
Equal(1, simulated.EarlyAccesses);
