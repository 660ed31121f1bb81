simulated["ELCR1"] = 0x0F;
Equal("0x300 -> 0x0F, 0x300 <- 0x28", Accesses(() => device.Elcr1.Modify(irq5: Trigger.Level)));

simulated["ELCR2"] = 0xFF;
Equal("0x301 -> 0xFF, 0x301 <- 0xDC", Accesses(() => device.Elcr2.Modify(irq9: Trigger.Edge)));
