Equal((0x378, 0x278, 0x3BC), (Bases.Lpt1, Bases.Lpt2, Bases.Mono));
Equal("0x378 <- 0x41", Accesses(() => device.Data.Write(0x41)));

// Any other place will do, too.
backend.Add(Map, 0x2C0);
using var card = ParallelPort.Open(0x2C0, backend);
card.Control.Write(strobe: true);
Equal(0xC1, card.Control.Read().Raw);
Equal("ParallelPort at 0x2C0 (0x2C0-0x2C2)", Claim(0x2C0).ToString());
