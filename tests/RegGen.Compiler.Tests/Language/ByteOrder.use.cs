Equal("0x510/16 <- 0x0019", Accesses(() => device.Control.Write(0x19)));

// The half at the lower port is the high one, and each half has its bytes the other way round: what starts the transfer comes last.
Equal("0x514/32 <- 0x78563412, 0x518/32 <- 0xF0DEBC9A", Accesses(() => device.Dma.Write(0x1234_5678_9ABC_DEF0)));
Equal(0x1234_5678_9ABC_DEF0ul, simulated["DMA"]);
Equal("DMA -> 0x1234567820434647 wire=0x78563412, DMA -> 0x123456789ABCDEF0 wire=0xF0DEBC9A", Decoded(() => device.Dma.Read()));   // as far as it is known

simulated["DMA"] = 0x5145_4D55_2043_4647;       // "QEMU CFG", at the ports in the order of the letters
Equal("0x514/32 -> 0x554D4551, 0x518/32 -> 0x47464320", Accesses(() => device.Dma.Read()));
Equal(0x5145_4D55_2043_4647ul, device.Dma.Read());
