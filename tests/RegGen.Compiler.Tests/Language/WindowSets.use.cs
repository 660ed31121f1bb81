Rhine.PhyWindow first = device.Phy(1), second = device.Phy(2);
Equal("PHYADR <- 0x01 Address=1, MIIADR <- 0x00, MIICR <- 0x40 Read=1, MIICR -> 0x00, Phy(1).CONTROL -> 0x1140 Duplex=1 undeclared=0x1040", Decoded(() => first.Control.Read()));

// The page of the chip that is meant: read, chosen, and put back.
simulated["Phy(2).PAGE"] = 0xA43;
second.Leds.Write(led1: 9);
Equal((0x0120ul, 0ul, 0xA43ul, 0xA42ul), (simulated["Phy(2).LEDS"], simulated["Phy(1).LEDS"], simulated["Phy(2).PAGE"], simulated["Phy(1).PAGE"]));
Equal("Phy(2).PAGE -> 0x0A43 Number=2627, Phy(2).PAGE <- 0x0D04 Number=3332, Phy(2).LEDS -> 0x0120 Led1=9, Phy(2).PAGE <- 0x0A43 Number=2627",
    string.Join(", ", Decoded(() => second.Leds.Read()).Split(", ").Where(line => line.StartsWith("Phy(", StringComparison.Ordinal))));
Equal(9, second.Leds.Read().Led1);

simulated["Phy(1).CONTROL"] = 0x4000;
first.Delay.Write(3);
Equal((3ul, 0x4000ul, 0xA42ul), (simulated["Phy(1).DELAY"], simulated["Phy(1).CONTROL"], simulated["Phy(1).PAGE"]));

// Steps and encodings mean the same chip too.
(simulated["Phy(1).ERRORS"], simulated["Phy(2).ERRORS"], simulated["Phy(2).LATCH"]) = (0x10, 0x10, 1);
Equal((16, 10), (first.Errors.Read(), second.Errors.Read()));
Equal(1ul, simulated["Phy(1).LATCH"]);
Equal("Phy(2).ERRORS -> 0x0010 =10 frames", Decoded(() => second.Errors.Read()).Split(", ")[^1]);

simulated["Phy(2).Pair[1].STATE"] = 0x1234;
second.Pair[1].Length.Write(0x5678);
Equal((0x12345678u, 0u), (second.Pair[1].Whole.Read(), first.Pair[1].Whole.Read()));
first.ModeLow.Write(5);
Equal((5, 0), (first.Mode.Read(), second.Mode.Read()));
