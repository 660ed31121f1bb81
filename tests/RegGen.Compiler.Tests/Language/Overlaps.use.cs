device.ConfigAddress.Write(0x80001234);
device.Reset.Write(hard: true);
Equal((0x80001234ul, 0x02ul), (simulated["CONFIG_ADDRESS"], simulated["RESET"]));      // apart: no byte is shared
device.Data32.Write(0x12378086);
Equal<byte>(0x86, device.Data8.Read());                                             // two views of one store
device.Data8.Write(0x42);
Equal(0x12378042u, device.Data32.Read());
Equal("DATA32 -> 0x12378042, DATA8 -> 0x42", Decoded(() => { device.Data32.Read(); device.Data8.Read(); }));

// In an array of blocks, a name means the register of the same element.
device.Controller[1].Initialization.Write(0x28);
Equal((0x28ul, 0x28ul, 0ul), (simulated["Controller[1].INITIALIZATION"], simulated["Controller[1].MASK"], simulated["Controller[0].MASK"]));
Equal<byte>(0x28, device.Controller[1].Mask.Read());
