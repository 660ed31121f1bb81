NE2000 ne2000 = device;
ne2000.Command.Write(stop: false, page: Page.P1);
Equal(0x40u, simulated["CR"]);
ne2000.Command.Write(page: Page.Main);
Equal("CR -> 0x01 STP=1", Decoded(() => device.Command.Read()));
