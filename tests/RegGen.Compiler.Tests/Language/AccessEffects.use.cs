// Overrun is cleared by any write of its register, and the first write of Locked is the last: both must be named. The flags need not.
simulated["STATUS"] = 0x15;
device.Status.Write(overrun: true, locked: false, expired: true);
Equal(0x10u, simulated["STATUS"]);
device.Status.Write(overrun: true, locked: true);         // too late: the first write counted
Equal(0x10u, simulated["STATUS"]);

// Starting, stopping and toggling leave each other alone.
simulated["CONTROL"] = 0x02;
device.Control.Modify(run: true);
device.Control.Modify(led: true);
device.Control.Modify(stop: false, kick: true);
Equal(0x05u, simulated["CONTROL"]);
Equal("CONTROL <- 0x0A Kick=1", Decoded(() => device.Control.Write(kick: true)));
Equal("CONTROL <- 0x01 Run=set Stop=clear", Decoded(() => device.Control.Write(run: true, stop: false)));

// What is pushed is not what is popped.
simulated.On("TRACE").Enqueue(0x11);
simulated.On("TRACE").Enqueue(0x22);
device.Trace.Write(0x33);
Equal((0x11, 0x22), (device.Trace.Read(), device.Trace.Read()));

simulated["SEEN"] = 5;
Equal((5, 0), (device.Seen.Read(), device.Seen.Read()));
