device.Config2.Write(medium: 2);
Equal(0x80ul, simulated["CONFIG2"]);
Equal((0x21ul, 0ul), (simulated["CR"], simulated["EECR"]));        // both are as they were
