simulated.On("PM_TIMER").Enqueue(5, 6, 7, 7);
Equal("PM_TIMER -> 0x00000005 Count=5, PM_TIMER -> 0x00000006 Count=6, PM_TIMER -> 0x00000007 Count=7, PM_TIMER -> 0x00000007 Count=7",
    Decoded(() => device.PmTimer.Read()));
Equal(7u, device.PmTimer.Read().Count);

// Between the reads of its halves the counter went from 0x12FF to 0x1300: 0x13FF was never there.
simulated.On("LOW").Enqueue(0xFF, 0x00, 0x01, 0x01);
simulated.On("HIGH").Enqueue(0x13, 0x13, 0x13, 0x13);
ushort halves = 0;
Equal(8, Accesses(() => halves = device.Halves.Read()).Split(", ").Length);
Equal((ushort)0x1301, halves);

// A bank is selected once around all the reads, and is put back also where they never agree.
simulated.On("ALARM").Enqueue(1, 2, 3, 3);
Equal("0x306 <- 0x01, 0x307 -> 0x01, 0x307 -> 0x02, 0x307 -> 0x03, 0x307 -> 0x03, 0x306 <- 0x00", Accesses(() => device.Alarm.Read()));
ulong ticks = 0;
simulated.On("ALARM").Read(_ => ++ticks);
Equal("Ticks: 50 pairs of reads of ALARM differed; it last read 0x64.", Throws<TimeoutException>(() => device.Alarm.Read()).Message);
Equal(100ul, ticks);
Equal(0ul, simulated["PAGE"]);

simulated["ALARM"] = 3;
simulated.On("PM_TIMER").Read(_ => ++ticks);
Throws<TimeoutException>(() => device.Sample());     // what stands behind is not done
Equal(3ul, simulated["ALARM"]);
