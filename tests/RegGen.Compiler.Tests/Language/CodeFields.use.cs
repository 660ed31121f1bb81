device.Drive.Write(speed: Panel.Speed.Fast, lamps: Panel.Lamps.Power | Panel.Lamps.Error, key: Panel.Key.Left);
Equal(0x36ul, simulated["DRIVE"]);
Equal("0x36 Speed=Fast Lamps=Power|Error Key=Left", device.Drive.Read().ToString());
simulated["DRIVE"] = 0xA0;
Equal(false, device.Drive.Read().Key.IsDefined());
Equal(true, device.Drive.Read().Key.IsReserved());
Equal("0xA0 Key=Reserved(5)", device.Drive.Read().ToString());
device.State.Write(jobWritten: Panel.Order.Abort);
Equal(Panel.Seen.Failed, device.State.Read().Job);
device.State.Write(device.State.Read().WithJob(Panel.Order.Start));
device.State.WaitUntil(TimeSpan.FromSeconds(1), job: Panel.Seen.Working);
device.Levels.Modify(level0: 1, level3: 3);
Equal(0xC1ul, simulated["LEVELS"]);
for (int i = 0; i < 4; i++)
{
    int bar = i;
    device.Levels.Modify(value => value.WithLevel(bar, (byte)(3 - bar)));
    Equal((byte)(3 - i), device.Levels.Read().Level(i));
}
Equal(0x1Bul, simulated["LEVELS"]);
device.Gates.Modify(value => value.WithOpen(3, true).WithArmed(0, true));
Equal(0x42ul, simulated["GATES"]);
Throws<ArgumentOutOfRangeException>(() => device.Gates.Read().Open(4));
