Equal("Vga at 0x3C0 (0x3B4-0x3B5, 0x3BA, 0x3C2, 0x3CC, 0x3D4-0x3D5, 0x3DA)", Claim().ToString());

// The field is looked at before each access, since a mode set may change it.
Equal("0x3CC -> 0x00, 0x3BA -> 0x00", Accesses(() => device.Crt.Status.Read()));
simulated["MISC"] = 1;
Equal("0x3CC -> 0x01, 0x3DA -> 0x00", Accesses(() => device.Crt.Status.Read()));

simulated["Crt.Controller.CursorStart"] = 0x0D;
Equal<byte>(0x0D, device.Crt.Controller.CursorStart.Read());
Equal("MISC -> 0x01 Io=Color, Crt.STATUS -> 0x00", Decoded(() => device.Crt.Status.Read()));
