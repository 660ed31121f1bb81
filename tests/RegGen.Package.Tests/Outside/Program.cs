using Outside;
using RegGen;
using RegGen.Backends;

using var backend = new SimulatedBackend();
backend.Add(Uart16550.Map, Uart16550.Bases.Com1);
using (var uart = Uart16550.Open(Uart16550.Bases.Com1, backend))
{
    uart.Divisor.Write(12);
    uart.Lcr.Write(wordLength: Uart16550.WordLength.Eight);
    Console.WriteLine($"divisor {uart.Divisor.Read()} at 0x{Uart16550.Bases.Com1:X}: {uart.Lcr.Read()}");
}

Console.WriteLine(Direct());

// Opens and touches no port.
static string Direct()
{
    try
    {
        using var uart = Uart16550.Open(Uart16550.Bases.Com2);
        return "granted";
    }
    catch (PortAccessException refused)
    {
        return $"refused: {refused.Reason}";
    }
}
