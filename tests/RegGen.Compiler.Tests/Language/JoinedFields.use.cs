// As the firmware has them in text mode, 80 by 25.
foreach ((string name, ulong value) in new (string, ulong)[] { ("VerticalTotal", 0xBF), ("Overflow", 0x1F), ("MaximumScanLine", 0x4F), ("LineCompare", 0xFF) })
{
    simulated[$"Crtc.{name}"] = value;
}

Equal<ushort>(447, device.TotalLines.Read());
Equal<ushort>(1023, device.SplitLine.Read());
Equal("INDEX <- 0x07, Crtc.Overflow -> 0x1F Total8=1 DisplayEnd8=1 Compare8=1 undeclared=0xC, INDEX <- 0x06, Crtc.VerticalTotal -> 0xBF", Decoded(() => device.TotalLines.Read()));

// The graphics mode of 640 by 480 has 525 lines, and 3Eh in the overflow register: the other bits there stay as they are.
device.TotalLines.Write(523);
Equal((0x0Bul, 0x3Eul), (simulated["Crtc.VerticalTotal"], simulated["Crtc.Overflow"]));
device.SplitLine.Write(0x155);
Equal((0x55ul, 0x3Eul, 0x0Ful), (simulated["Crtc.LineCompare"], simulated["Crtc.Overflow"], simulated["Crtc.MaximumScanLine"]));
device.SplitLine.Write((ushort)(device.SplitLine.Read() | 0x200));
Equal(0x355, device.SplitLine.Read());
Throws<ArgumentOutOfRangeException>(() => device.TotalLines.Write(1024));           // ten bits
Equal((ushort)523, device.Grow(447));
Equal(0x1Ful, simulated["Crtc.Overflow"]);

// Fields that act take the value that does nothing, as in any change; pieces are put together.
simulated["STATUS"] = 0x05;
device.Position.Write(-1024);
Equal((0x85ul, 0x00ul), (simulated["STATUS"], simulated["FINE"]));
Equal((short)-1024, device.Position.Read());
Equal("0x302 -> 0x85, 0x302 <- 0x34, 0x303 <- 0xFF", Accesses(() => device.Position.Write(1023)));
Equal("STATUS.Coarse FINE", string.Join(" ", Map.Joined.Single(joined => joined.Name == "Position").Of));
