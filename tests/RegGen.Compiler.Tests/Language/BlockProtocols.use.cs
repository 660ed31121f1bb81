Equal("0x322 <- 0x01, 0x322 <- 0x02", Accesses(() => device.Channel[1].Count.WriteAll(1, 2)));
Equal("Channel[1].CONTROL -> 0x00, Channel[1].CONTROL <- 0x80 HighOrder=1, Channel[1].COUNT[1] -> 0x01, Channel[1].CONTROL <- 0x00", Decoded(() => device.Channel[1].Count.ReadPrevious()));
device.Channel[0].Sectors.Write(0x0304);
Equal(((ushort)0x0304, (ushort)0x0102, 4ul), (device.Channel[0].Sectors.Read(), device.Channel[1].Sectors.Read(), simulated["Channel[0].COUNT"]));

// Each channel has its own key, and is unlocked alone.
Equal("Channel[1].KEY <- 0x5A, Channel[1].TIMING <- 0x07, Channel[1].KEY <- 0x00", Decoded(() => device.Channel[1].Timing.Write(7)));
Equal("Channel[0].KEY <- 0x5A, Channel[0].TIMING <- 0x01, Channel[0].TIMING <- 0x02, Channel[0].KEY <- 0x00", Decoded(() =>
{
    using (device.Channel[0].UnlockTiming())
    {
        device.Channel[0].Timing.Write(1);
        device.Channel[0].Timing.Write(2);
    }
}));
device.Bus.Out8(0x309, 9);
device.Channel[0].Key.Write(0x5A);
device.Bus.Out8(0x329, 9);                                          // that was the other one's key
Equal((2ul, 7ul), (simulated["Channel[0].TIMING"], simulated["Channel[1].TIMING"]));
Equal("Channel[0].UnlockTiming Channel[1].UnlockTiming", string.Join(" ", Map.Locks.Select(known => known.Name)));

Equal("0x32A <- 0x01, 0x32B -> 0x00, 0x32A <- 0x00", Accesses(() => device.Channel[1].Position.Read()));
Equal("0x326 -> 0x00, 0x326 <- 0x01, 0x32E <- 0x12, 0x326 <- 0x00", Accesses(() => device.Channel[1].Mask8[2].Write(0x12)));
Equal((0x00120000u, 0u), (device.Channel[1].Mask.Read(), device.Channel[0].Mask.Read()));
simulated["Channel[1].POSITION"] = 0x33;
Equal((byte)0x33, device.Channel[1].Begin(0x0506));
Equal((0x06ul, 3ul), (simulated["Channel[1].COUNT"], simulated["Channel[1].TIMING"]));

simulated["Timer[1].STATE"] = 0x86;
Equal("Timer[1].COMMAND <- 0xE2, Timer[1].STATE -> 0x86 Output=1 Mode=3, Timer[1].COUNTER -> 0x00", Decoded(() => { device.Timer[1].State.Read(); device.Timer[1].Counter.Read(); }));
Equal("Timer[1].COMMAND <- 0xE2, Timer[0].COUNTER -> 0x00", Decoded(() => { device.Timer[1].Command.Write(0xE2); device.Timer[0].Counter.Read(); }));
