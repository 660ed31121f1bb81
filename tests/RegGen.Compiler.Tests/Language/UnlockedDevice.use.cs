Equal("KEY <- 0x78, KEY <- 0x56, TIMEOUT <- 0x0A, KEY <- 0x00", Decoded(() => device.Timeout.Write(10)));
Equal("0x302 -> 0x0A", Accesses(() => device.Timeout.Read()));

// The selector is behind the key too, so that selecting unlocks; once for all of it.
Equal("KEY <- 0x78, KEY <- 0x56, MODE -> 0x00, MODE <- 0x80 Bank=1, PRETIMEOUT <- 0x05, MODE <- 0x00, KEY <- 0x00", Decoded(() => device.Pretimeout.Write(5)));
Equal("MODE -> 0x00, KEY <- 0x78, KEY <- 0x56, MODE <- 0x80 Bank=1, PRETIMEOUT -> 0x05, MODE <- 0x00, KEY <- 0x00", Decoded(() => device.Pretimeout.Read()));

Equal("KEY <- 0x78, KEY <- 0x56, TIMEOUT <- 0x1E, MODE -> 0x00, MODE <- 0x01 Run=1, KEY <- 0x00", Decoded(() =>
{
    using (device.Unlock())
    {
        device.Timeout.Write(30);
        device.Mode.Modify(run: true);
    }
}));
Equal("0x300 <- 0x78, 0x300 <- 0x56, 0x443 <- 0x01, 0x300 <- 0x00, 0x443 -> 0x01", Accesses(() => { device.Relay.Output.Write(1); device.Relay.Output.Read(); }));
Equal("KEY <- 0x01", Decoded(() => device.Key.Write(1)));                           // the key itself is free
device.Bus.Out8(0x302, 99);
Equal(30u, simulated["TIMEOUT"]);
