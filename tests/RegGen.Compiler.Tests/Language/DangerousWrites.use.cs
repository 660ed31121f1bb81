device.Pm1Cnt.Write(sciEnable: true, sleepType: 5);                                // SleepEnable takes the 0 that does nothing
Equal("PM1_CNT -> 0x1401 SciEnable=1 SleepType=5, PM1_CNT <- 0x1400 SleepType=5", Decoded(() => device.Pm1Cnt.Modify(sciEnable: false)));
Equal("PM1_CNT -> 0x1400 SleepType=5, PM1_CNT <- 0x3400 SleepType=5 SleepEnable=1", Decoded(() => device.Pm1Cnt.Modify(Danger.Accepted, sleepEnable: true)));
Equal("PM1_CNT <- 0x3400 SleepType=5 SleepEnable=1", Decoded(() => device.Pm1Cnt.Write(Danger.Accepted, new Pm1CntValue(0x3400))));
Equal((byte)5, device.Pm1Cnt.Read().SleepType);                                    // reading asks for nothing

Equal("PM1_CNT -> 0x1400 SleepType=5, PM1_CNT <- 0x0400 SleepType=1", Decoded(() => device.PrepareSleep(1)));
Equal("PM1_CNT <- 0x2400 SleepType=1 SleepEnable=1", Decoded(() => device.Sleep(Danger.Accepted, 1)).Split(", ")[3]);

Equal("RESET <- 0x06 Full=1 ResetCpu=1", Decoded(() => device.Reset.Write(Danger.Accepted, full: true, resetCpu: true)));
Equal("", Accesses(() => Throws<ArgumentException>(() => device.Reset.Write(default(Danger), full: true))));   // a default value accepts nothing
Equal(true, device.Reset.TryWaitUntil(TimeSpan.FromMilliseconds(1), full: true));

Equal("CLOCK <- 0x05 Divisor=5 Stop=0", Decoded(() => device.Clock.Write(Danger.Accepted, stop: false, divisor: 5)));         // a trace shows what is dangerous even if it is 0
device.Clock.Write(Danger.Accepted, stop: true, divisor: 3);
Equal("CLOCK -> 0x83 Divisor=3 Stop=1, CLOCK <- 0x84 Divisor=4 Stop=1", Decoded(() => device.Clock.Modify(divisor: 4)));   // Stop stays as it is

Equal("PM1_CNT.SleepEnable, RESET, CLOCK.Stop", string.Join(", ", Map.Dangers.Select(part => part.Name)));
Equal("Resets the machine.", Map["RESET"].Danger!.Text);
