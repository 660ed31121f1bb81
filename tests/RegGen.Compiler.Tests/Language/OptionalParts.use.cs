simulated["COUNTER1"] = 7;
Equal(7, device.Counter1.Read());
Equal("COUNTER0 COUNTER1 CONTROL", string.Join(" ", Map.Registers.Select(register => register.Name)));
Equal("Mode Latch", string.Join(" ", Map["CONTROL"].Fields.Select(field => field.Name)));
Equal("A timer of 2 counters.", Map.Doc);
device.Control.Write(mode: Mode.OneShot, latch: 1);
Equal(0x12u, simulated["CONTROL"]);
