// device is Ac97.Open(port, busMasterPort), such as Ac97.Open(place.BasePort, place.PortOf(bar: 1))
Equal("Ac97 at 0x300 (0x300-0x303, 0xC030-0xC033)", Claim(0x300, 0xC000).ToString());
simulated["BusMaster.GLOBAL_STATUS"] = 0x100;
Equal(true, device.BusMaster.GlobalStatus.Read().PrimaryCodecReady);
Equal("0x302/16 -> 0x0000, 0xC030/32 -> 0x00000100", Accesses(() => { device.MasterVolume.Read(); device.BusMaster.GlobalStatus.Read(); }));
