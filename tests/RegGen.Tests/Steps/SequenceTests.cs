using RegGen.Backends;
using RegGen.Routes;
using RegGen.Steps;
using RegGen.Tests.Samples;

namespace RegGen.Tests.Steps;

public class SequenceTests
{
    const long Millisecond = 1_000_000;

    static readonly Selector s_dlab = new(3, PortWidth.Bits8, 0x80, Preserved: 0xFF, Inert: 0);
    static readonly BankRoute s_latch = new(s_dlab, 0x80, home: 0);
    static readonly StepPlace s_dll = new(s_latch, 0, PortWidth.Bits8), s_thr = new(null, 0, PortWidth.Bits8);
    static readonly StepPlace s_lcr = new(null, 3, PortWidth.Bits8), s_lsr = new(null, 5, PortWidth.Bits8), s_scr = new(null, 7, PortWidth.Bits8);
    static readonly PollStep s_untilEmpty = new("LSR.HoldingEmpty == 1", Millisecond, new StepTest(s_lsr, 0x20, [0x20]));

    [Fact]
    public void A_write_puts_constants_and_slices_of_inputs_together() => Script.Uart(
        script => script.Writes(0x2FF, 0xA5),
        uart => new Sequence(new StepList(1, new WriteStep(s_scr, new(0x80, new(0, 4, 0xF, 2), new(0, 0, 0x3, 0))))).Run(uart, 0x91));

    [Fact]
    public void What_was_read_can_be_written_and_returned() => Script.Uart(
        script => script.Reads(0x2FB, 0x5A).Reads(0x2FD, 0x37).Writes(0x2FF, 0x75),
        uart =>
        {
            var sequence = new Sequence(
                new StepList(2, new ReadStep(s_lcr, 0, 4, 0xF), new ReadStep(s_lsr, 1, 0, 0x7), new WriteStep(s_scr, new(0, new(1, 0, 0xF, 4), new(0, 0, 0xF, 0)))), (0, 1), (1, 1));
            Span<ulong> results = stackalloc ulong[2];
            sequence.Run(results, uart);
            Assert.Equal([5ul, 7ul], results);
        });

    [Fact]
    public void A_register_in_a_bank_is_reached_through_it() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Writes(0x2F8, 0x0C).Writes(0x2FB, 0x03),
        uart => new Sequence(new StepList(0, new WriteStep(s_dll, 12))).Run(uart));

    [Fact]
    public void One_field_is_changed_alone() => Script.Uart(
        script => script.Reads(0x2FB, 0x1B).Writes(0x2FB, 0x5B),
        uart => new Sequence(new StepList(0, new ModifyStep(s_lcr, 0xBF, 0x40))).Run(uart));

    [Fact]
    public void A_poll_reads_until_its_condition_holds() => Script.Uart(
        script => script.Reads(0x2FD, 0x00).Reads(0x2FD, 0x40).Reads(0x2FD, 0x60).Writes(0x2F8, 0x41),
        uart => new Sequence(new StepList(0, s_untilEmpty, new WriteStep(s_thr, 0x41))).Run(uart));

    [Fact]
    public void All_terms_of_a_condition_must_hold_at_once() => Script.Uart(
        script => script.Reads(0x2FD, 0x20).Reads(0x2FF, 0x00).Reads(0x2FD, 0x00).Reads(0x2FF, 0x02).Reads(0x2FD, 0x20).Reads(0x2FF, 0x05)
            .Reads(0x2FD, 0x20).Reads(0x2FF, 0x03),
        uart => new Sequence(new StepList(0, new PollStep(
            "", Millisecond, new StepTest(s_lsr, 0x20, [0x20]), new StepTest(s_scr, 0x0F, [2, 3]), new StepTest(s_lsr, 0x01, [0x01], Unless: true)))).Run(uart));

    [Fact]
    public void A_late_poll_throws_with_what_was_read_last_and_leaves_out_what_follows()
    {
        var backend = new SimulatedBackend();
        using var bus = PortBus.Open(backend, SampleUart.Claim(0x2F8));
        var written = new List<string>();
        using IDisposable observation = bus.Observe(access => written.Add(access.ToString()));

        TimeoutException late = Assert.Throws<TimeoutException>(() => new Sequence(new StepList(
            0, new PollStep("LSR.HoldingEmpty == 0", Millisecond, new StepTest(s_lsr, 0x20, [0])), new WriteStep(s_thr, 0x41))).Run(new SampleUart(bus, 0x2F8)));

        Assert.Equal("SampleUart: LSR.HoldingEmpty == 0 did not hold within 1 ms; it last read 0xFF.", late.Message);
        Assert.All(written, access => Assert.Equal("0x2FD -> 0xFF", access));
    }

    [Fact]
    public void A_late_poll_leaves_its_bank_as_it_found_it()
    {
        using var bus = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x2F8));
        var seen = new List<string>();
        using IDisposable observation = bus.Observe(access => seen.Add(access.ToString()));

        Assert.Throws<TimeoutException>(() => new Sequence(new StepList(
            0, new PollStep("DLL == 0", 0, new StepTest(s_dll, 0xFF, [0])), new WriteStep(s_thr, 0x41))).Run(new SampleUart(bus, 0x2F8)));

        Assert.Equal(["0x2FB -> 0xFF", "0x2FB <- 0xFF", "0x2F8 -> 0xFF", "0x2F8 -> 0xFF", "0x2FB <- 0x7F"], seen);
    }

    [Fact]
    public void A_delay_waits_on_the_clock_of_the_backend()
    {
        var backend = new SimulatedBackend();
        using var bus = PortBus.Open(backend, SampleUart.Claim(0x2F8));

        new Sequence(new StepList(0, new DelayStep(3_300), new DelayStep(5 * Millisecond))).Run(new SampleUart(bus, 0x2F8));

        Assert.Equal(TimeSpan.FromMicroseconds(5003.3), backend.Waited);
    }

    [Fact]
    public void A_called_list_has_inputs_of_its_own() => Script.Uart(
        script => script.Writes(0x2FF, 0x34).Writes(0x2FF, 0x12),
        uart =>
        {
            var put = new StepList(1, new WriteStep(s_scr, new(0, new StepTerm(0, 0, 0xFF, 0))));
            new Sequence(new StepList(1, new CallStep(put, new StepValue(0, new StepTerm(0, 0, 0xFF, 0))), new CallStep(put, new StepValue(0, new StepTerm(0, 8, 0xFF, 0))))).Run(uart, 0x1234);
        });

    [Fact]
    public void A_long_sequence_is_one_program() => Script.Uart(
        script => Enumerable.Range(0, 300).Aggregate(script, (longer, i) => longer.Writes(0x2FF, (uint)i & 0xFF)),
        uart => new Sequence(new StepList(0, [.. Enumerable.Range(0, 300).Select(i => new WriteStep(s_scr, (ulong)i & 0xFF))])).Run(uart));

    [Fact]
    public void Steps_stand_around_each_access_of_a_register()
    {
        var route = new SteppedRoute(
            beforeWrite: new StepList(2, new WriteStep(s_scr, 0x87)),
            afterWrite: new StepList(2, new WriteStep(s_scr, new(0, new StepTerm(1, 0, 0xFF, 0)))),
            afterRead: new StepList(2, new WriteStep(s_scr, new(0, new StepTerm(1, 4, 0xF, 0)))));
        Script.Uart(
            script => script.Writes(0x2FF, 0x87).Writes(0x2FB, 0x1B).Writes(0x2FF, 0x1B)
                .Reads(0x2FB, 0xA3).Writes(0x2FF, 0x0A)
                .Reads(0x2FB, 0xA3).Writes(0x2FF, 0x0A).Writes(0x2FF, 0x87).Writes(0x2FB, 0xE3).Writes(0x2FF, 0xE3),
            uart =>
            {
                var lcr = new Register<SampleUart.LcrValue>(uart, 3, route);
                lcr.Write(new SampleUart.LcrValue(0x1B));
                Assert.Equal(0xA3, lcr.Read().Raw);
                lcr.Modify(new FieldBits(0x40, 0x40));
            });
    }

    [Fact]
    public void Steps_behind_an_access_run_also_when_a_step_before_was_late()
    {
        using var bus = PortBus.Open(new SimulatedBackend(), SampleUart.Claim(0x2F8));
        var seen = new List<string>();
        using IDisposable observation = bus.Observe(access => seen.Add(access.ToString()));
        var route = new SteppedRoute(
            beforeWrite: new StepList(2, new PollStep("SCR == 0", 0, new StepTest(s_scr, 0xFF, [0]))),
            afterWrite: new StepList(2, new WriteStep(s_scr, 0xAA)));

        Assert.Throws<TimeoutException>(() => new Register<byte>(new SampleUart(bus, 0x2F8), 3, route).Write(1));

        Assert.Equal(["0x2FF -> 0xFF", "0x2FF -> 0xFF", "0x2FF <- 0xAA"], seen);
    }
}
