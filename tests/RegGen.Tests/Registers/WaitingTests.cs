using System.Diagnostics;
using RegGen.Backends;
using RegGen.Testing;
using RegGen.Tests.Samples;
using static RegGen.Tests.Samples.SampleUart;

namespace RegGen.Tests.Registers;

public class WaitingTests
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public void Waiting_reads_until_the_fields_match() => Script.Uart(
        script => script.Reads(0x2FD, 0x00).Reads(0x2FD, 0x41).Reads(0x2FD, 0x61),
        uart => Assert.Equal(new LsrValue(0x61), uart.Lsr.WaitUntil(Long, LsrValue.HoldingEmpty)));

    [Fact]
    public void Waiting_for_no_time_reads_once_and_says_what_it_read() => Script.Uart(
        script => script.Reads(0x2FD, 0x40),
        uart =>
        {
            var late = Assert.Throws<TimeoutException>(() => uart.Lsr.WaitUntil(TimeSpan.Zero, LsrValue.HoldingEmpty));
            Assert.Contains("port 0x2FD", late.Message, StringComparison.Ordinal);
            Assert.Contains("within 0 ms", late.Message, StringComparison.Ordinal);
            Assert.Contains("64", late.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void A_timeout_behind_a_window_names_the_index() => Script.Cmos(
        script => script.Writes(0x70, 0x0B).Reads(0x71, 0x02),
        cmos =>
        {
            var late = Assert.Throws<TimeoutException>(() => cmos.RegisterB.WaitUntil(TimeSpan.Zero, SampleCmos.ModeValue.Set));
            Assert.Contains("at index 0x0B behind port 0x71 did not", late.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void A_timeout_in_a_bank_names_the_port() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F8, 0x0C).Writes(0x2FB, 0x03),
        uart =>
        {
            var late = Assert.Throws<TimeoutException>(() => uart.Dll.WaitUntil(TimeSpan.Zero, new FieldBits(0xFF, 1)));
            Assert.Contains("at port 0x2F8 did not", late.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void A_timeout_of_a_joined_value_names_the_device() => Script.Uart(
        script => script.Reads(0x2FB, 0x03).Writes(0x2FB, 0x83).Reads(0x2F9, 0).Reads(0x2F8, 0x0C).Writes(0x2FB, 0x03),
        uart =>
        {
            var late = Assert.Throws<TimeoutException>(() => uart.Divisor.WaitUntil(TimeSpan.Zero, new FieldBits(0xFFFF, 1)));
            Assert.Contains("at a joined value of the device at 0x2F8 did not", late.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void A_match_in_the_last_read_is_no_timeout() => Script.Uart(
        script => script.Reads(0x2FD, 0x60),
        uart => uart.Lsr.WaitUntil(TimeSpan.Zero, LsrValue.HoldingEmpty));

    [Fact]
    public void Trying_answers_whether_it_came_in_time() => Script.Uart(
        script => script.Reads(0x2FD, 0x00).Reads(0x2FD, 0x20),
        uart =>
        {
            Assert.False(uart.Lsr.TryWaitUntil(TimeSpan.Zero, LsrValue.HoldingEmpty));
            Assert.True(uart.Lsr.TryWaitUntil(TimeSpan.Zero, LsrValue.HoldingEmpty));
        });

    [Fact]
    public void Trying_waits_its_whole_time()
    {
        SampleUart uart = Simulated(out _);
        long start = Stopwatch.GetTimestamp();
        Assert.False(uart.Lsr.TryWaitUntil(TimeSpan.FromMilliseconds(30), LsrValue.HoldingEmpty));
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(30));
    }

    [Fact]
    public void An_infinite_timeout_waits() => Script.Uart(
        script => script.Reads(0x2FD, 0x00).Reads(0x2FD, 0x00).Reads(0x2FD, 0x20),
        uart => uart.Lsr.WaitUntil(Timeout.InfiniteTimeSpan, LsrValue.HoldingEmpty));

    [Fact]
    public async Task Waiting_in_the_background_answers_the_value()
    {
        SampleUart uart = Simulated(out SimulatedBackend backend);
        int reads = 0;
        backend.Devices[0].On("LSR").Read(_ => ++reads < 3 ? 0u : 0x20);
        LsrValue value = await uart.Lsr.WaitUntilAsync(Long, LsrValue.HoldingEmpty, TestContext.Current.CancellationToken);
        Assert.Equal(0x20, value.Raw);
        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task Waiting_in_the_background_times_out()
    {
        SampleUart uart = Simulated(out _);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            uart.Lsr.WaitUntilAsync(TimeSpan.FromMilliseconds(5), LsrValue.HoldingEmpty, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Waiting_in_the_background_can_be_cancelled()
    {
        SampleUart uart = Simulated(out SimulatedBackend backend);
        using var source = new CancellationTokenSource();
        backend.Devices[0].On("LSR").Read(_ =>
        {
            source.Cancel();
            return 0;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => uart.Lsr.WaitUntilAsync(Long, LsrValue.HoldingEmpty, source.Token));
    }

    [Fact]
    public async Task A_cancelled_wait_touches_nothing()
    {
        using var bus = PortBus.Open(new ScriptedBackend(), SampleUart.Claim(0x2F8));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new SampleUart(bus, 0x2F8).Lsr.WaitUntilAsync(Long, LsrValue.HoldingEmpty, new CancellationToken(true)));
    }

    static SampleUart Simulated(out SimulatedBackend backend)
    {
        backend = new SimulatedBackend();
        backend.Add(SampleMaps.Uart, 0x2F8)["LSR"] = 0;
        return new SampleUart(PortBus.Open(backend, SampleUart.Claim(0x2F8)), 0x2F8);
    }
}
