namespace RegGen.Compiler.Tests.Emit;

/// <summary>The generated clock: a window behind a write-only index register whose highest bit must be kept.</summary>
public sealed class RtcTests
{
    static readonly string Rtc = DeviceFiles.Read(DeviceFiles.Rtc);

    [Fact]
    public void A_register_behind_the_window_is_pointed_at_and_read() => Driver.Run(
        Rtc, script => script.Writes(0x70, 0x0D).Reads(0x71, 0x80), "Equal<byte>(0x80, device.Cmos.RegisterD.Read().Raw);", 0x70);

    [Fact]
    public void A_number_is_read_and_written_as_the_mode_says() => Driver.Run(
        Rtc,
        script => script.Writes(0x70, 0x0B).Reads(0x71, 0x02).Writes(0x70, 0x02).Reads(0x71, 0x59)
            .Writes(0x70, 0x0B).Reads(0x71, 0x06).Writes(0x70, 0x02).Writes(0x71, 59),
        "Equal<byte>(59, device.Cmos.Minutes.Read()); device.Cmos.Minutes.Write(59);",
        0x70);

    [Fact]
    public void The_gate_of_the_interrupt_is_kept_from_what_was_written_last() => Driver.Run(
        Rtc,
        script => script.Writes(0x70, 0x80).Writes(0x70, 0x84).Reads(0x71, 0x12).Writes(0x70, 0x04).Writes(0x70, 0x02).Writes(0x71, 0x30),
        """
        device.Index.Modify(nmiDisable: true);
        Equal<byte>(0x12, device.Cmos.Hours.Read().Raw);
        Equal(0x84, device.Index.LastWritten.Raw);
        device.Index.Modify(index => index with { NmiDisable = false });
        device.Cmos.Minutes.WriteRaw(0x30);
        """,
        0x70);

    [Fact]
    public void Modifying_behind_the_window_points_once() => Driver.Run(
        Rtc,
        script => script.Writes(0x70, 0x0B).Reads(0x71, 0x02).Writes(0x71, 0x82),
        "device.Cmos.RegisterB.Modify(set: true);",
        0x70);

    [Fact]
    public void Fields_that_nothing_tells_about_are_required_arguments()
    {
        Driver.Run(
            Rtc,
            script => script.Writes(0x70, 0x0B).Writes(0x71, 0x06).Writes(0x70, 0x0B).Writes(0x71, 0x96),
            """
            device.Cmos.RegisterB.Write(daylightSaving: false, hourMode: HourMode.Hours24, dataMode: DataMode.Binary, set: false);
            device.Cmos.RegisterB.Write(daylightSaving: false, hourMode: HourMode.Hours24, dataMode: DataMode.Binary, set: true, updateInterrupt: true);
            """,
            0x70);
        Assert.NotEmpty(Driver.Complaints(Rtc, "device.Cmos.RegisterB.Write(hourMode: HourMode.Hours24, dataMode: DataMode.Binary, set: false);"));
    }

    [Fact]
    public void Any_index_can_be_reached_raw() => Driver.Run(
        Rtc,
        script => script.Writes(0x70, 0x5A).Reads(0x71, 0x11).Writes(0x70, 0x5B).Writes(0x71, 0x22),
        "Equal<byte>(0x11, device.Cmos.ReadRaw(0x5A)); device.Cmos.WriteRaw(0x5B, 0x22);",
        0x70);

    [Fact]
    public void An_index_that_does_not_fit_is_refused_before_any_access() => Driver.Run(
        Rtc,
        script => script,
        "try { device.Cmos.ReadRaw(0x80); throw new InvalidOperationException(\"accepted\"); } catch (ArgumentOutOfRangeException) { }",
        0x70);

    [Fact]
    public void A_read_only_field_behind_the_window_can_be_awaited() => Driver.Run(
        Rtc,
        script => script.Writes(0x70, 0x0A).Reads(0x71, 0xA6).Writes(0x70, 0x0A).Reads(0x71, 0x26),
        "device.Cmos.RegisterA.WaitUntil(TimeSpan.FromMinutes(1), updateInProgress: false);",
        0x70);
}
