using RegGen.Backends;
using RegGen.Recording;
using RegGen.Simulation;
using RegGen.Tracing;

namespace RegGen.Demo;

/// <summary>The places where the same driver runs.</summary>
static class Places
{
    public static PortBackend Open(Via via) => via switch
    {
        Via.Qemu => QemuBackend.Start("-serial", "null", "-serial", "null", "-rtc", "base=localtime"),
        Via.Machine => PortBackend.ForThisMachine(),
        Via.Direct => PortBackend.ByName("direct"),
        Via.Driver => PortBackend.ByName("driver"),
        Via.DeviceFile => PortBackend.ByName("device-file"),
        _ => SimulatedPc(),
    };

    /// <summary>A recorded session in place of ports.</summary>
    /// <exception cref="RecordingException">The file is no whole recording, or one of other devices.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReplayBackend Replay(string file, TracedDevice[] devices) => new(PortRecording.Load(file), ReplayMode.Strict, devices);

    // The same devices that QEMU's PC has.
    static SimulatedBackend SimulatedPc()
    {
        var backend = new SimulatedBackend();
        UartLoopback.Attach(backend.Add(Uart16550.Map, Uart16550.Bases.Com1));
        UartLoopback.Attach(backend.Add(Uart16550.Map, Uart16550.Bases.Com2));
        RtcTime.Attach(backend.Add(Mc146818.Map, Mc146818.Bases.Pc), TimeProvider.System);
        return backend;
    }
}
