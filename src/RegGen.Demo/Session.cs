using System.Globalization;
using RegGen.Backends;
using RegGen.Recording;
using RegGen.Tracing;

namespace RegGen.Demo;

/// <summary>One run: opens the ports, drives the two devices, says what came of it.</summary>
static class Session
{
    const string Greeting = "Hello from user mode.";

    public static void Run(Options options, Screen screen)
    {
        string name = SerialPort.NameOf(options.Base);
        TracedDevice[] devices = [new(name, Uart16550.Map, options.Base), new("RTC", Mc146818.Map, Mc146818.Bases.Pc)];
        using PortBackend backend = options.Replay is { } file ? Places.Replay(file, devices) : Places.Open(options.Via);
        using var bus = PortBus.Open(backend, Uart16550.Claim(options.Base).Sharing(options.Shared), Mc146818.Claim().Sharing(options.Shared));
        using IDisposable trace = bus.TraceLines(screen.Access, devices);
        using IDisposable? recording = options.Record is { } path ? bus.Record(path, devices) : null;

        string echo = SendThroughLoopback(new Uart16550(bus, options.Base));
        DateTime now = new Clock(new Mc146818(bus)).Read();
        (backend as ReplayBackend)?.Finish();

        screen.Summary(
            ("serial", $"{name} at 0x{options.Base:X}: 16550 with FIFOs, 115200 8N1"),
            ("sent", Greeting),
            ("read", echo),
            ("clock", now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            ("ports", $"{bus.BackendName}: {string.Join(", ", bus.Granted)}{Transitions(bus)}"));
    }

    static string Transitions(PortBus bus) => bus.Transitions == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {bus.Transitions} transitions");

    static string SendThroughLoopback(Uart16550 uart)
    {
        using var serial = SerialPort.Detect(uart);
        serial.Configure();
        return serial.SendThroughLoopback(Greeting);
    }
}
