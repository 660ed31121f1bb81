using Microsoft.Extensions.Logging.Abstractions;
using OutsideTests;
using RegGen;
using RegGen.Logging;
using RegGen.Testing;
using RegGen.Tracing;

// What a user's tests do with the packages for them.
var com1 = new TracedDevice("COM1", Uart16550.Map, Uart16550.Bases.Com1);
var script = new ScriptedBackend(com1).Expect("""
    COM1.SCR <- 0x5A
    COM1.SCR -> 0x5A
    """);
using (var uart = Uart16550.Open(Uart16550.Bases.Com1, script))
using (uart.Bus.Log(NullLogger.Instance, devices: com1))
using (var trace = TraceLog.Of(uart.Bus, com1))
{
    uart.Scr.Write(0x5A);
    Console.WriteLine($"scratch 0x{uart.Scr.Read():X2} after {trace.Lines[0]}");
}

script.Finish();
foreach ((string name, string text) in RegGenDriver.Sources(RegGenDriver.Run("uart16550.regs.yaml")))
{
    Console.WriteLine($"{name} {text.Contains("partial class Uart16550", StringComparison.Ordinal)}");
}
