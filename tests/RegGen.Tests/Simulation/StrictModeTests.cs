using RegGen.Backends;
using RegGen.Claims;
using RegGen.Metadata;
using RegGen.Simulation;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Simulation;

/// <summary>What real hardware would punish is an error where that is asked for.</summary>
public sealed class StrictModeTests : IDisposable
{
    readonly SimulatedBackend _backend = new() { Strictness = Strictness.Throwing, ClockStands = true };
    readonly PortBus _bus;

    public StrictModeTests()
    {
        _backend.Add(SampleMaps.Uart, 0x2F8);
        _backend.Add(SampleMaps.Cmos, 0x70);
        _backend.Add(SampleMaps.Timer, 0x300);
        _backend.Add(Guarded, 0x400);
        _bus = PortBus.Open(_backend, SampleUart.Claim(0x2F8), SampleCmos.Claim(), PortClaim.At("More", 0x300, (0, 0x10F)));
    }

    /// <summary>A made-up device with a bank over nothing, a lock, a window with a key, a slow register, and reserved bits.</summary>
    static DeviceMap Guarded => new("Guarded", PortClaim.At("Guarded", 0, (0, 7)))
    {
        Locks = [new("Unlock", [new("KEY", 0xFF, 0x57)], [])],
        Registers =
        [
            new("PAGE", 0, 8, Access.Rw) { Reset = 0, Fields = [new("Page", 1, 0, Access.Rw)], Reserved = ReservedPolicy.Zero },
            new("SECOND", 1, 8, Access.Rw) { When = [new("PAGE", 3, 2)] },
            new("KEY", 2, 8, Access.Wo),
            new("SECRET", 3, 8, Access.Rw) { Lock = "Unlock" },
            new("SLOW", 4, 8, Access.Rw) { WriteRecovery = TimeSpan.FromMicroseconds(3) },
            new("INDEX", 5, 8, Access.Rw),
            new("DATA", 6, 8, Access.Rw),
            new("ONES", 7, 8, Access.Rw) { Fields = [new("Low", 3, 0, Access.Rw)], Reserved = ReservedPolicy.One },
        ],
        Windows = [new("Config", "INDEX", 0xFF, ["DATA"], [new("Id", 0x20, 8, Access.Ro)]) { Enter = [new("INDEX", 0xFF, 0x87)], Exit = [new("INDEX", 0xFF, 0xAA)] }],
    };

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void A_read_only_register_is_not_written() =>
        Misused(() => _bus.Out8(0x2FD, 0), MisuseKind.WriteOfReadOnly, "WriteOfReadOnly: SampleUart at 0x2FD <- 0x00: LSR can only be read.");

    [Fact]
    public void A_write_only_register_is_not_read()
    {
        Misused(() => _bus.In8(0x307), MisuseKind.ReadOfWriteOnly, "ReadOfWriteOnly: SampleTimer at 0x307 ->: COMMAND can only be written.");
        Misused(() => _bus.In8(0x70), MisuseKind.ReadOfWriteOnly, "ReadOfWriteOnly: SampleCmos at 0x70 ->: INDEX can only be written.");
    }

    [Fact]
    public void A_register_is_accessed_in_its_width()
    {
        Misused(() => _bus.In8(0x304), MisuseKind.WrongWidth, "WrongWidth: SampleTimer at 0x304 ->: COUNT is accessed by 16 bits.");
        Misused(() => _bus.Out16(0x300, 1), MisuseKind.WrongWidth, "WrongWidth: SampleTimer at 0x300/16 <- 0x0001: ADDRESS is accessed by 32 bits.");
        Misused(() => _bus.In8(0x302), MisuseKind.WrongWidth, "WrongWidth: SampleTimer at 0x302 ->: the port is a part of ADDRESS, which is accessed by 32 bits at its first port.");
    }

    [Fact]
    public void A_bank_is_selected_first()
    {
        Misused(() => _bus.In8(0x401), MisuseKind.WrongBank, "WrongBank: Guarded at 0x401 ->: SECOND is reached only while PAGE.Page is 2, and PAGE is 0x00.");
        _bus.Out8(0x400, 2);
        Assert.Equal(0, _bus.In8(0x401));
    }

    [Fact]
    public void A_port_without_a_register_is_left_alone()
    {
        Misused(() => _bus.In8(0x2FC), MisuseKind.Unmapped, "Unmapped: SampleUart at 0x2FC ->: no register is there.");
        Assert.Equal(0xFF, _bus.In8(0x350));
    }

    [Fact]
    public void An_index_without_a_description_is_left_alone()
    {
        _bus.Out8(0x70, 0x2F);
        Misused(() => _bus.In8(0x71), MisuseKind.Undescribed, "Undescribed: SampleCmos at 0x71 ->: the description has nothing at index 0x2F of Cmos.");
        _bus.Out8(0x70, 0x0C);
        Misused(() => _bus.Out8(0x71, 0), MisuseKind.WriteOfReadOnly, "WriteOfReadOnly: SampleCmos at 0x71 <- 0x00: Cmos.RegisterC can only be read.");
    }

    [Fact]
    public void A_window_is_entered_first()
    {
        _bus.Out8(0x405, 0x20);
        Misused(() => _bus.In8(0x406), MisuseKind.NotEntered, "NotEntered: Guarded at 0x406 ->: the window Config was not entered: its key was not written.");
        _bus.Out8(0x405, 0x87);
        _bus.Out8(0x405, 0x20);
        Assert.Equal(0, _bus.In8(0x406));
    }

    [Fact]
    public void A_locked_register_is_unlocked_first()
    {
        Misused(() => _bus.Out8(0x403, 1), MisuseKind.Locked, "Locked: Guarded at 0x403 <- 0x01: SECRET is locked by Unlock: its key was not written.");
        _bus.Out8(0x402, 0x57);
        _bus.Out8(0x403, 1);
        Assert.Equal(1, _bus.In8(0x403));
    }

    [Fact]
    public void A_device_is_given_its_time()
    {
        _bus.Out8(0x404, 1);
        _backend.Advance(TimeSpan.FromMicroseconds(1));
        Misused(() => _bus.In8(0x404), MisuseKind.TooEarly, "TooEarly: Guarded at 0x404 ->: it came 2 us before the device had recovered from the access before.");
        _backend.Advance(TimeSpan.FromMicroseconds(2));
        Assert.Equal(1, _bus.In8(0x404));
    }

    [Fact]
    public void A_read_modify_write_does_not_carry_an_event_over()
    {
        _backend.Devices[2]["STATUS"] = 0x80;
        byte status = _bus.In8(0x306);
        Misused(
            () => _bus.Out8(0x306, (byte)(status | 0x01)), MisuseKind.LostEvent,
            "LostEvent: SampleTimer at 0x306 <- 0x81: Expired of STATUS was read as 1 and written back, which clears it: write 0 there, as Modify does.");
        Assert.Equal(0x80u, _backend.Devices[2]["STATUS"]);

        // Acknowledging alone is meant, and so is a write that nothing was read for.
        _bus.Out8(0x306, status);
        _backend.Devices[2]["STATUS"] = 0x80;
        _bus.Out8(0x306, 0x81);

        // Nor is it carried over from a read that did not see it.
        _bus.In8(0x306);
        _backend.Devices[2]["STATUS"] = 0x80;
        _bus.Out8(0x306, 0x82);
    }

    [Fact]
    public void Reserved_bits_are_written_as_the_policy_says()
    {
        Misused(() => _bus.Out8(0x400, 0x12), MisuseKind.ReservedBits, "ReservedBits: Guarded at 0x400 <- 0x12: reserved bits of PAGE must be written as 0, and bits 0x10 are not.");
        Misused(() => _bus.Out8(0x407, 0x7F), MisuseKind.ReservedBits, "ReservedBits: Guarded at 0x407 <- 0x7F: reserved bits of ONES must be written as 1, and bits 0x80 are not.");
        _bus.Out8(0x407, 0xF3);
    }

    [Fact]
    public void A_wide_access_is_judged_by_its_bytes()
    {
        Assert.Equal(0x00, _bus.In16(0x2FA) >> 8);
        Misused(() => _bus.Out16(0x2FC, 0x1234), MisuseKind.Unmapped, "Unmapped: SampleUart at 0x2FC <- 0x34: no register is there.");
    }

    [Fact]
    public void They_can_be_listed_instead_and_kinds_forgiven()
    {
        _backend.Strictness = Strictness.Recording;
        _backend.Forgiven = MisuseKind.Unmapped | MisuseKind.WrongBank;
        Assert.Equal(0xFF, _bus.In8(0x2FC));
        Assert.Equal(0xFF, _bus.In8(0x401));
        _bus.Out8(0x2FD, 7);
        Assert.Equal("WriteOfReadOnly: SampleUart at 0x2FD <- 0x07: LSR can only be read.", Assert.Single(_backend.Misuses).ToString());
        _backend.Strictness = Strictness.Lenient;
        _bus.Out8(0x2FD, 7);
        Assert.Single(_backend.Misuses);
    }

    [Fact]
    public void Strictness_counts_from_when_it_is_set()
    {
        _backend.Strictness = Strictness.Lenient;
        _backend.Devices[2]["STATUS"] = 0x80;
        _bus.In8(0x306);
        _bus.Out8(0x306, 0x01);
        _backend.Strictness = Strictness.Throwing;
        byte status = _bus.In8(0x306);
        Assert.Throws<MisuseException>(() => _bus.Out8(0x306, (byte)(status | 0x02)));
    }

    [Fact]
    public void The_drivers_of_generated_shape_misuse_nothing()
    {
        var uart = new SampleUart(_bus, 0x2F8);
        uart.Divisor.Write(0x0180);
        Assert.Equal(0x0180, uart.Divisor.Read());
        uart.Lcr.Modify(SampleUart.LcrValue.Eight);
        new SampleCmos(_bus).RegisterB.Modify(SampleCmos.ModeValue.Set);
        Assert.Empty(_backend.Misuses);
    }

    void Misused(Action act, MisuseKind kind, string message)
    {
        var error = Assert.Throws<MisuseException>(act);
        Assert.Equal(message, error.Message);
        Assert.Equal(kind, error.Misuse.Kind);
        Assert.Equal(error.Misuse, _backend.Misuses[^1]);
    }
}
