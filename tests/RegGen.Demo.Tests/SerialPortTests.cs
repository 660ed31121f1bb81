using RegGen.Backends;
using RegGen.Guards;
using RegGen.Recording;
using RegGen.Simulation;
using RegGen.Testing;
using RegGen.Tracing;
using static RegGen.Demo.Uart16550;

namespace RegGen.Demo.Tests;

/// <summary>The demo's driver without its hardware: simulated, scripted, replayed, and compared with what it did before.</summary>
public sealed class SerialPortTests : IDisposable
{
    static readonly TracedDevice s_com2 = new("COM2", Map, Bases.Com2);

    readonly SimulatedBackend _backend = new() { Strictness = Strictness.Throwing };
    readonly SimulatedDevice _sim;
    readonly Uart16550 _uart;

    public SerialPortTests()
    {
        _sim = _backend.Add(Map, Bases.Com2);
        _uart = Open(Bases.Com2, _backend);
    }

    public void Dispose() => _uart.Dispose();

    [Fact]
    public void Simulated_what_is_sent_comes_back()
    {
        UartLoopback.Attach(_sim);
        using var port = SerialPort.Detect(_uart);
        port.Configure();
        Assert.Equal("More than sixteen characters.", port.SendThroughLoopback("More than sixteen characters."));
    }

    [Fact]
    public void Simulated_FIFOs_that_do_not_work_are_refused()
    {
        UartLoopback.Attach(_sim);
        _sim.On(_uart.Iir).Read(iir => new((byte)(iir.Raw & 0xBF)));
        using var port = SerialPort.Detect(_uart);
        var failure = Assert.Throws<NoDeviceException>(port.Configure);
        Assert.Contains("FifosEnabled=Unusable", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simulated_the_registers_are_put_back()
    {
        UartLoopback.Attach(_sim);
        _uart.Lcr.Write(wordLength: WordLength.Seven, parityEnable: true);
        DeviceState before = _sim.Save();
        SerialPort.Detect(_uart).Dispose();
        Assert.Equal(["MSR 0x00 -> 0x09 DeltaCts=1 DeltaDcd=1", "SCR 0x00 -> 0xAA"], _sim.Save().DifferencesFrom(before).Select(left => left.ToString()));
    }

    [Fact]
    public void Scripted_a_missing_device_is_told_by_its_scratch_register()
    {
        var script = new ScriptedBackend(s_com2).Expect("""
            COM2.SCR <- 0x55
            COM2.SCR -> 0xFF      # nobody drives the bus
            """);
        using (Uart16550 uart = Open(Bases.Com2, script))
        {
            Assert.Throws<NoDeviceException>(() => SerialPort.Detect(uart));
        }

        script.Finish();
    }

    [Fact]
    public void Replayed_it_does_what_it_did_on_real_ports()
    {
        var recording = PortRecording.Load(Path.Combine(AppContext.BaseDirectory, "Recordings", "guest.jsonl"));
        using Uart16550 uart = Open(Bases.Com2, new ReplayBackend(recording, ReplayMode.Strict, s_com2));
        using var port = SerialPort.Detect(uart);
        port.Configure();
        Assert.Equal("Hello from user mode.", port.SendThroughLoopback("Hello from user mode."));
    }

    [Fact]
    public void Snapshot_of_what_it_does()
    {
        UartLoopback.Attach(_sim);
        using var port = SerialPort.Detect(_uart);
        using var trace = TraceLog.Of(_uart.Bus, s_com2);
        port.Configure();
        port.SendThroughLoopback("A");
        Snapshot.Verify(trace);
    }

    [Fact]
    public void Snapshot_of_the_generated_code() => Snapshot.Verify(RegGenDriver.Run("uart16550.regs.yaml"));

    [Fact]
    public void Read_only_it_is_refused_before_it_changes_anything()
    {
        using Uart16550 uart = Open(Bases.Com2, new ReadOnlyBackend(_backend, s_com2));
        var refusal = Assert.Throws<PortAccessException>(() => SerialPort.Detect(uart));
        Assert.Equal(PortRefusal.ReadOnly, refusal.Reason);
    }
}
