using RegGen.Backends;
using RegGen.Simulation;
using RegGen.Tests.Samples;
using static RegGen.Backends.PortWidth;

namespace RegGen.Tests.Simulation;

public sealed class HookTests : IDisposable
{
    readonly SimulatedBackend _bus = new();
    readonly SimulatedDevice _uart;

    public HookTests() => _uart = _bus.Add(SampleMaps.Uart, 0x2F8);

    public void Dispose() => _bus.Dispose();

    [Fact]
    public void A_write_hook_comes_after_the_word_is_stored_and_may_touch_other_registers()
    {
        _uart.On("THR").Write(sent =>
        {
            Assert.Equal(sent, _uart["THR"]);
            _uart["RBR"] = sent;
            _uart["LSR"] |= 1;
        });
        _bus.Write(0x2F8, Bits8, 0x41);
        Assert.Equal((0x61u, 0x41u), (_bus.Read(0x2FD, Bits8), _bus.Read(0x2F8, Bits8)));
    }

    [Fact]
    public void A_read_hook_plays_a_queue()
    {
        Queue<uint> received = new([0x4F, 0x4B]);
        _uart.On("RBR").Read(stored => received.TryDequeue(out uint next) ? next : stored);
        Assert.Equal((0x4Fu, 0x4Bu, 0x00u), (_bus.Read(0x2F8, Bits8), _bus.Read(0x2F8, Bits8), _bus.Read(0x2F8, Bits8)));
    }

    [Fact]
    public void A_read_hook_comes_before_the_read_clears()
    {
        _uart["LSR"] = 0x02;
        _uart.On("LSR").Read(stored => _uart["LSR"] == 0x02 ? stored | 0x40 : 0);
        Assert.Equal(0x42u, _bus.Read(0x2FD, Bits8));
        Assert.Equal(0x00u, _uart["LSR"]);
    }

    [Fact]
    public void A_read_hook_cannot_answer_more_than_the_register_holds()
    {
        _uart.On("SCR").Read(_ => 0x1234);
        Assert.Equal(0x34u, _bus.Read(0x2FF, Bits8));
    }

    [Fact]
    public void Hooks_of_one_register_run_in_their_order()
    {
        List<string> order = [];
        _uart.On("SCR")
            .Read(stored => stored + 1).Read(stored => stored * 2)
            .Write(_ => order.Add("first")).Write(_ => order.Add("second"));
        _bus.Write(0x2FF, Bits8, 4);
        Assert.Equal(10u, _bus.Read(0x2FF, Bits8));
        Assert.Equal(["first", "second"], order);
    }

    [Fact]
    public void Looking_at_a_stored_word_has_no_effects()
    {
        _uart["LSR"] = 0x02;
        _uart.On("LSR").Read(_ => throw new InvalidOperationException("The hook ran."));
        Assert.Equal((0x02u, 0x02u), (_uart["LSR"], _uart["LSR"]));
    }

    [Fact]
    public async Task An_exception_of_a_hook_reaches_the_caller_and_leaves_the_device_usable()
    {
        _uart.On("SCR").Write(_ => throw new InvalidOperationException("Broken."));
        Assert.Throws<InvalidOperationException>(() => _bus.Write(0x2FF, Bits8, 1));
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        uint elsewhere = await Task.Run(() => _bus.Read(0x2FF, Bits8), cancellation).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        Assert.Equal(1u, elsewhere);
    }

    [Fact]
    public async Task Accesses_of_many_threads_come_one_at_a_time_hooks_included()
    {
        const int Threads = 4, Times = 20;
        int inside = 0, overlaps = 0, total = 0;
        _uart.On("SCR").Write(Enter).Read(stored =>
        {
            Enter(stored);
            return stored;
        });
        using var start = new Barrier(Threads);
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(number => Task.Factory.StartNew(() => Access(number),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal((0, Threads * Times), (overlaps, total));

        // Long enough in the hook for the other threads to come in, were they let.
        void Enter(ulong word)
        {
            overlaps += Interlocked.Increment(ref inside) > 1 ? 1 : 0;
            Thread.Sleep(1);
            total++;
            Interlocked.Decrement(ref inside);
        }

        void Access(int number)
        {
            start.SignalAndWait();
            for (int i = 0; i < Times; i++)
            {
                if (number % 2 == 0)
                {
                    _bus.Write(0x2FF, Bits8, (uint)i);
                }
                else
                {
                    _bus.Read(0x2FF, Bits8);
                }
            }
        }
    }

    [Fact]
    public void A_driver_runs_on_the_simulated_device()
    {
        _uart.On("THR").Write(sent => (_uart["RBR"], _uart["LSR"]) = (sent, 0x61));
        _uart.On("RBR").Read(stored =>
        {
            _uart["LSR"] &= ~1u;
            return stored;
        });
        using var bus = PortBus.Open(_bus, SampleUart.Claim(0x2F8));
        var uart = new SampleUart(bus, 0x2F8);
        uart.Divisor.Write(0x0180);
        uart.Lcr.Write(SampleUart.LcrValue.Eight);
        uart.Thr.Write(0x41);
        uart.Lsr.WaitUntil(TimeSpan.FromSeconds(10), new FieldBits(1, 1));
        Assert.Equal((0x41, 0x60, 0x0180), (uart.Rbr.Read(), uart.Lsr.Read().Raw, uart.Divisor.Read()));
        Assert.Equal((0x80u, 0x01u, 0x03u), (_uart["DLL"], _uart["DLM"], _uart["LCR"]));
    }
}
