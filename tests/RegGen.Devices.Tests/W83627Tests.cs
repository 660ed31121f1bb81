using RegGen.Backends;
using RegGen.Simulation;
using RegGen.Testing;
using static RegGen.Devices.W83627;

namespace RegGen.Devices.Tests;

/// <summary>devices/w83627hf against port sequences of public drivers: no model of the chip is at hand.</summary>
public sealed class W83627Tests
{
    // The data sheet's way in and out, and that of coreboot, flashrom and Linux: 87h twice to the index port, at the end AAh.
    [Fact]
    public void Identity()
    {
        Run(script => Exit(Enter(script).Writes(0x2E, 0x20).Reads(0x2F, 0x52)), chip => Assert.True(chip.Identify()));

        // A W83627EHF has the same keys and another number (Linux, w83627hf_wdt.c); nobody answers FF.
        Run(script => Exit(Enter(script).Writes(0x2E, 0x20).Reads(0x2F, 0x88)), chip => Assert.False(chip.Identify()));
        Run(script => Exit(Enter(script).Writes(0x2E, 0x20).Reads(0x2F, 0xFF)), chip => Assert.False(chip.Identify()));
    }

    [Fact]
    public void A_machine_without_the_chip_has_none()
    {
        Assert.False(TryOpen(Bases.Usual, out _, out string? difference, Machine.Start()));
        Assert.Equal("Config.CR20 == 0x52 does not hold: it is 0xFF.", difference);
        Assert.False(TryOpen(Bases.Other, out _, Machine.Start()));
    }

    [Fact]
    public void Round_trip()
    {
        var backend = new SimulatedBackend();
        backend.Add(Map, Bases.Usual);
        using W83627 chip = Open(Bases.Usual, backend);

        chip.Config.HwmCr30.Write(active: true);
        chip.Config.UraCr30.Write(active: false);
        chip.HwmBase.Write(Danger.Accepted, 0x0290);
        chip.UraBase.Write(Danger.Accepted, 0x03E8);
        chip.WriteWakeUpCode(0x2F, 0x5A);
        chip.Monitor.Sensors.FanLimit[2].Write(150);
        chip.Monitor.Sensors.VoltageHigh[Voltage.Plus12].Write(volts: 2.4);
        chip.Monitor.Sensors.StandbyLow[StandbyVoltage.Battery].Write(volts: 2.8);
        chip.Temperature3Limit.Write(-10.5);
        chip.Temperature2Limit.Write(70);

        Assert.Equal((0x0290, 0x03E8, 0x02F8), (chip.HwmBase.Read(), chip.UraBase.Read(), chip.UrbBase.Read()));
        Assert.Equal((true, false), (chip.Config.HwmCr30.Read().Active, chip.Config.UraCr30.Read().Active));
        Assert.Equal(0x5A, chip.ReadWakeUpCode(0x2F));
        Assert.Equal(150, chip.Monitor.Sensors.FanLimit[2].Read());
        Assert.Equal(2.4, chip.Monitor.Sensors.VoltageHigh[Voltage.Plus12].Read().Volts, 6);
        Assert.Equal(2.8, chip.Monitor.Sensors.StandbyLow[StandbyVoltage.Battery].Read().Volts, 6);
        Assert.Equal((-10.5, 70), (chip.Temperature3Limit.Read(), chip.Temperature2Limit.Read()));
        Assert.Equal(0x5CA3, chip.Vendor.Read());
    }

    [Fact]
    public void A_logical_device_is_selected_between_the_keys() => Run(
        script => Exit(Enter(script).Writes(0x2E, 0x07).Writes(0x2F, 0x02).Writes(0x2E, 0x30).Reads(0x2F, 0x01)),
        chip => Assert.True(chip.Config.UraCr30.Read().Active));

    [Fact]
    public void Keys_are_given_once_for_several_accesses() => Run(
        script => Exit(Enter(script).Writes(0x2E, 0x20).Reads(0x2F, 0x52).Writes(0x2E, 0x21).Reads(0x2F, 0x17)),
        chip =>
        {
            using ConfigScope config = chip.Config.Enter();
            Assert.Equal((0x52, 0x17), (config.Cr20.Read(), config.Cr21.Read()));
        });

    // flashrom, board_enable.c, raises GPIO24 so: logical device 8, 30h bit 0, 2Bh bit 4, F0h output, F2h not inverted, F1h high.
    [Fact]
    public void A_pin_is_raised_as_flashrom_does_it() => Run(
        script => Exit(Change(Change(Change(
            Change(Change(Enter(script), 8, 0x30, 0x00, 0x01), null, 0x2B, 0xC0, 0xD0), 8, 0xF0, 0xFF, 0xEF), 8, 0xF2, 0x10, 0x00), 8, 0xF1, 0x00, 0x10)),
        chip =>
        {
            using ConfigScope config = chip.Config.Enter();
            config.Gp2Cr30.Modify(active: true);
            config.Cr2b.Modify(pin89: Pin89.Gp24);
            config.Gp2Crf0.Modify(input4: false);
            config.Gp2Crf2.Modify(inverted4: false);
            config.Gp2Crf1.Modify(level4: true);
        });

    // Linux, w83627hf_wdt.c, wdt_set_time: logical device 8, F6h. Its init clears bits 3 and 2 of F5h and bits 7, 6 and 4 of F7h.
    [Fact]
    public void The_watchdog_is_started_as_Linux_does_it_and_asks() => Run(
        script => Exit(Change(Change(
            Exit(Enter(script).Writes(0x2E, 0x07).Writes(0x2F, 0x08).Writes(0x2E, 0xF6).Writes(0x2F, 0x3C)).Writes(0x2E, 0x87).Writes(0x2E, 0x87),
            8, 0xF5, 0xCC, 0xC0), 8, 0xF7, 0xD3, 0x03)),
        chip =>
        {
            chip.Config.WdtCrf6.Write(Danger.Accepted, 60);
            using ConfigScope config = chip.Config.Enter();
            config.WdtCrf5.Modify(minutes: false, keyboardReset: false);
            config.WdtCrf7.Modify(mouseReload: false, keyboardReload: false, timedOut: false);
        });

    [Fact]
    public void What_moves_devices_or_resets_the_machine_says_so()
    {
        string[] dangers = [.. Map.Dangers.Select(part => part.Name)];

        Assert.Equal(
            ["Config.CR02.SoftReset", "Config.CR23.PowerDown", "Config.CR26.Lock", "Config.CR26.Hefras", "Config.WDT_CRF6", "Config.WDT_CRF7.Force"],
            dangers.Where(name => !name.Contains("_CR6", StringComparison.Ordinal)));
        Assert.Equal(20, dangers.Count(name => name.Contains("_CR6", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_monitor_is_found_where_its_base_registers_say() => Run(
        script => Found(script)
            .Writes(0x295, 0x27).Reads(0x296, 0xF6)
            .Writes(0x295, 0x24).Reads(0x296, 0xBB)
            .Writes(0x295, 0x29).Reads(0x296, 0x96)
            .Writes(0x295, 0x4E).Reads(0x296, 0x80).Writes(0x295, 0x4E).Writes(0x296, 0x81)
            .Writes(0x295, 0x50).Reads(0x296, 0x2A).Writes(0x295, 0x51).Reads(0x296, 0x80)
            .Writes(0x295, 0x4E).Writes(0x296, 0x80),
        chip =>
        {
            MonitorSensorsWindow sensors = chip.Monitor.Sensors;
            Assert.Equal(-10, sensors.Temperature1.Read().Degrees);

            // 187 steps of 16 mV.
            Assert.Equal(2.992, sensors.Voltage[Voltage.Plus12].Read().Volts, 6);
            Assert.Equal(150, sensors.Fan[1].Read());

            // Bank 1, and back to bank 0, where the other registers are. Linux, w83627hf.c, reads 50h and 51h for the nine bits.
            Assert.Equal(42.5, chip.Temperature2.Read());
        });

    // flashrom, w836xx_deviceid_hwmon: 4Eh bit 7 set, high byte at 4Fh; bit 7 clear, low byte.
    [Fact]
    public void The_vendor_is_read_in_two_halves() => Run(
        script => Found(script)
            .Writes(0x295, 0x4E).Reads(0x296, 0x00).Writes(0x295, 0x4E).Writes(0x296, 0x80).Writes(0x295, 0x4F).Reads(0x296, 0x5C).Writes(0x295, 0x4E).Writes(0x296, 0x00)
            .Writes(0x295, 0x4E).Reads(0x296, 0x00).Writes(0x295, 0x4E).Writes(0x296, 0x00).Writes(0x295, 0x4F).Reads(0x296, 0xA3).Writes(0x295, 0x4E).Writes(0x296, 0x00),
        chip => Assert.Equal(0x5CA3, chip.Vendor.Read()));

    // Linux, w83627hf_update_fan_div: bits 5..4 and 7..6 of 47h, 7..6 of 4Bh, and bits 5, 6 and 7 of 5Dh as bit 2.
    [Fact]
    public void Fan_divisors_are_in_three_registers()
    {
        var backend = new SimulatedBackend();
        SimulatedDevice simulated = backend.Add(Map, Bases.Usual);
        using W83627 chip = Open(Bases.Usual, backend);
        chip.HwmBase.Write(Danger.Accepted, 0x0290);

        chip.SetFan1Divisor(5);
        chip.SetFan2Divisor(2);
        chip.SetFan3Divisor(7);

        Assert.Equal((0x90ul, 0xC4ul, 0xA0ul), (simulated["Monitor.Sensors.VID_DIVISORS"], simulated["Monitor.Sensors.PIN_CONTROL"], simulated["Monitor.Sensors.VBAT"]));
        ReadFanDivisorsResult read = chip.ReadFanDivisors();
        Assert.Equal((1, true, 2, false, 3, true), (read.Fan1Low, read.Fan1High, read.Fan2Low, read.Fan2High, read.Fan3Low, read.Fan3High));
    }

    static ScriptedBackend Enter(ScriptedBackend script) => script.Writes(0x2E, 0x87).Writes(0x2E, 0x87);

    static ScriptedBackend Exit(ScriptedBackend script) => script.Writes(0x2E, 0xAA);

    // Logical device 0Bh, 60h and 61h: 0290h.
    static ScriptedBackend Found(ScriptedBackend script) => Exit(Select(Select(Enter(script), 0x0B).Writes(0x2E, 0x60).Reads(0x2F, 0x02), null).Writes(0x2E, 0x61).Reads(0x2F, 0x90));

    static ScriptedBackend Select(ScriptedBackend script, byte? logicalDevice) =>
        logicalDevice is { } number ? script.Writes(0x2E, 0x07).Writes(0x2F, number) : script;

    static ScriptedBackend Change(ScriptedBackend script, byte? logicalDevice, byte index, byte from, byte to) =>
        Select(script, logicalDevice).Writes(0x2E, index).Reads(0x2F, from).Writes(0x2F, to);

    static void Run(Func<ScriptedBackend, ScriptedBackend> expected, Action<W83627> use)
    {
        ScriptedBackend script = expected(new ScriptedBackend());
        using (W83627 chip = Open(Bases.Usual, script))
        {
            use(chip);
        }

        script.Finish();
    }
}
