// A simulated device starts with what is known; the rest is zeros there, and may be anything on a real one.
Equal((0ul, 3ul, 0ul), (simulated["IER"], simulated["LCR"], simulated["SCR"]));
Equal((0x00, null), (Map["IER"].Reset, Map["SCR"].Reset));

// Received and sent rest at what they are after reset.
Equal("0x301 <- 0x02", Accesses(() => device.Ier.Write(sent: true)));

// No value of the word length is said to do no harm, and nothing is known of Dlab: both are named.
Equal("0x303 <- 0x82", Accesses(() => device.Lcr.Write(wordLength: 2, dlab: true)));
Equal("0x303 -> 0x82, 0x303 <- 0x8A", Accesses(() => device.Lcr.Modify(parity: 1)));
