using RegGen.Backends;
using static RegGen.Devices.W83627;

namespace RegGen.Devices.Tests;

/// <summary>devices/w83627hf against the port sequences of the data sheet: no model of the chip is at hand.</summary>
public sealed class W83627Tests
{
    [Fact]
    public void Identity() => Run(
        script => Exit(Enter(script).Writes(0x2E, 0x20).Reads(0x2F, 0x52)),
        chip => Assert.Equal(0x52, chip.Config.Cr20.Read()));

    [Fact]
    public void Round_trip()
    {
        var backend = new SimulatedBackend();
        backend.Add(Map, Bases.Usual);
        using W83627 chip = Open(Bases.Usual, backend);

        chip.Config.HwmCr30.Write(active: true);
        chip.Config.UraCr30.Write(active: false);
        chip.HwmBase.Write(0x0290);
        chip.UraBase.Write(0x03F8);
        chip.Monitor.Sensors.FanLimit[2].Write(150);
        chip.Monitor.Sensors.VoltageLimitsHigh[4].Write(volts: 2.4);
        chip.Monitor.Sensors.Temperature3Limit.Write(degrees: -10);
        chip.Monitor.Sensors.Temperature2Limit.Write(degrees: 70);

        Assert.Equal((0x0290, 0x03F8), (chip.HwmBase.Read(), chip.UraBase.Read()));
        Assert.Equal((true, false), (chip.Config.HwmCr30.Read().Active, chip.Config.UraCr30.Read().Active));
        Assert.Equal(150, chip.Monitor.Sensors.FanLimit[2].Read());
        Assert.Equal(2.4, chip.Monitor.Sensors.VoltageLimitsHigh[4].Read().Volts);
        Assert.Equal((-10, 70), (chip.Monitor.Sensors.Temperature3Limit.Read().Degrees, chip.Monitor.Sensors.Temperature2Limit.Read().Degrees));
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

    [Fact]
    public void The_monitor_is_found_where_its_base_registers_say() => Run(
        script => Exit(Enter(script).Writes(0x2E, 0x07).Writes(0x2F, 0x0B).Writes(0x2E, 0x60).Reads(0x2F, 0x02).Writes(0x2E, 0x61).Reads(0x2F, 0x90))
            .Writes(0x295, 0x27).Reads(0x296, 0xF6)
            .Writes(0x295, 0x24).Reads(0x296, 0xBB)
            .Writes(0x295, 0x29).Reads(0x296, 0x96)
            .Writes(0x295, 0x4E).Reads(0x296, 0x80).Writes(0x295, 0x4E).Writes(0x296, 0x81).Writes(0x295, 0x50).Reads(0x296, 0x2A).Writes(0x295, 0x4E).Writes(0x296, 0x80),
        chip =>
        {
            MonitorSensorsWindow sensors = chip.Monitor.Sensors;
            Assert.Equal(-10, sensors.Temperature1.Read().Degrees);

            // 187 steps of 16 mV.
            Assert.Equal(2.992, sensors.Voltage[Voltage.Plus12].Read().Volts, 6);
            Assert.Equal(150, sensors.Fan[1].Read());

            // Bank 1, and back to bank 0, where the other registers are.
            Assert.Equal(42, sensors.Temperature2.Read().Degrees);
        });

    [Fact]
    public void The_watchdog_asks() => Run(
        script => Exit(Enter(script).Writes(0x2E, 0x07).Writes(0x2F, 0x08).Writes(0x2E, 0xF6).Writes(0x2F, 0x3C)),
        chip =>
        {
            chip.Config.WdtCrf6.Write(Danger.Accepted, 60);
            Assert.Equal(["Config.WDT_CRF6", "Config.WDT_CRF7.Force"], Map.Dangers.Select(part => part.Name));
        });

    static ScriptedBackend Enter(ScriptedBackend script) => script.Writes(0x2E, 0x87).Writes(0x2E, 0x87);

    static ScriptedBackend Exit(ScriptedBackend script) => script.Writes(0x2E, 0xAA);

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
