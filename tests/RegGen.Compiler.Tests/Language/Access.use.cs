device.Fcr.Write(enable: true, clearReceiver: true);
Equal(1u, simulated["FCR"]);                              // ClearReceiver has cleared itself

simulated["LSR"] = 0x63;
Equal(true, device.Lsr.Read().Overrun);
Equal(false, device.Lsr.Read().Overrun);                  // reading has cleared it

Equal("0x300 <- 0x55", Accesses(() => device.Thr.Write(0x55)));
Equal("LSR -> 0x61 DataReady=1 HoldingEmpty=1 TransmitterEmpty=1", Decoded(() => device.Lsr.Read()));
