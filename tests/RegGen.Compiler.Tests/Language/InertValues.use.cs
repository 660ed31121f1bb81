simulated["BMIS"] = 0x27;                                  // active, error, interrupt, drive 0 is capable
device.Bmis.Modify(error: true);                           // clears the error, and not the interrupt
Equal(0x25u, simulated["BMIS"]);
device.Bmis.Modify(capable: 3);                            // clears nothing
Equal(0x65u, simulated["BMIS"]);
Equal("0x302 <- 0x04", Accesses(() => device.Bmis.Write(interrupt: true)));
Equal(0x00, BmisValue.Inert.Raw);

// Nothing tells which direction does no harm, so a write asks for it; a modify carries it over.
device.Bmic.Write(direction: Direction.Write, start: true);
device.Bmic.Modify(start: false);
Equal(0x08u, simulated["BMIC"]);
