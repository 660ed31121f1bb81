Equal("0x308 -> 0x40, 0x308 <- 0x48, 0x309 <- 0x12", Accesses(() => device.Codec[1].Indirect.Format.Write(rate: 1, stereo: true)));
Equal("Codec[0].INDEX -> 0x40 ModeChange=1, Codec[0].INDEX <- 0x48 Address=8 ModeChange=1, Codec[0].Indirect.FORMAT -> 0x00", Decoded(() => device.Codec[0].Indirect.Format.Read()));
Equal((0x12ul, 0ul), (simulated["Codec[1].Indirect.FORMAT"], simulated["Codec[0].Indirect.FORMAT"]));

device.Codec[0].BaseCount.Write(0x1234);
Equal((0x34ul, 0x12ul, 0ul), (simulated["Codec[0].Indirect.LOWER_BASE"], simulated["Codec[0].Indirect.UPPER_BASE"], simulated["Codec[1].Indirect.LOWER_BASE"]));
Equal((ushort)0x1234, device.Codec[0].BaseCount.Read());
device.Both.Write(0xABCD);
Equal((0xCDul, 0xABul), (simulated["Codec[0].Indirect.LOWER_BASE"], simulated["Codec[1].Indirect.LOWER_BASE"]));

// The bank is chosen by a register of the same codec, through the same window.
device.Codec[1].Timer.Write(0.01);
Equal((0x3E8ul, 0xC0ul, 0x80ul), (simulated["Codec[1].Indirect.TIMER_HIGH"] << 8 | simulated["Codec[1].Indirect.TIMER_LOW"], simulated["Codec[1].Indirect.MISC"], simulated["Codec[0].Indirect.MISC"]));
Equal(0.01, device.Codec[1].Timer.Read());

Equal(0xC2ul, simulated["Codec[1].Indirect.MISC"] |= 2);
simulated["Codec[0].STATUS"] = 2;
Equal(true, device.Codec[0].SetFormat(rate: 3, frames: 0x0102).Ready);
Equal((0x16ul, 0x02ul), (simulated["Codec[0].Indirect.FORMAT"], simulated["Codec[0].Indirect.LOWER_BASE"]));
Throws<ArgumentOutOfRangeException>(() => device.Codec[0].SetFormat(8, 0));
device.SilenceAll();
Equal((0ul, 0ul, 5ul), (simulated["Codec[0].Indirect.LOWER_BASE"], simulated["Codec[1].Indirect.LOWER_BASE"], simulated["Codec[1].Indirect.TIMER_LOW"]));

device.Codec[1].Indirect.WriteRaw(3, [1, 2]);
Equal("Codec[1].INDEX -> 0x04 Address=4", Decoded(() => device.Codec[1].Indirect.ReadRaw(3)).Split(", ")[0]);
foreach (CodecBlock codec in device.Codec) codec.Pio.WriteBlock([1, 2]);
Equal("Codec[0].Indirect Codec[1].Indirect", string.Join(" ", Map.Windows.Select(window => window.Name)));
