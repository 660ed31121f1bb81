device.Lcr.Write(wordLength: WordLength.Eight, stopBits: StopBits.More);
Equal(0x07u, simulated["LCR"]);
Equal(WordLength.Eight, device.Lcr.Read().WordLength);
Equal("LCR -> 0x07 WordLength=Eight StopBits=More", Decoded(() => device.Lcr.Read()));
