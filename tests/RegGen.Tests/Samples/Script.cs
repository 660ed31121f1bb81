using RegGen.Claims;
using RegGen.Testing;

namespace RegGen.Tests.Samples;

/// <summary>Runs a device against a script and checks that it was done to its end.</summary>
static class Script
{
    public static void Uart(Func<ScriptedBackend, ScriptedBackend> expect, Action<SampleUart> act) =>
        Run(expect, SampleUart.Claim(0x2F8), bus => new SampleUart(bus, 0x2F8), act);

    public static void Cmos(Func<ScriptedBackend, ScriptedBackend> expect, Action<SampleCmos> act) =>
        Run(expect, SampleCmos.Claim(), bus => new SampleCmos(bus), act);

    public static void Timer(Func<ScriptedBackend, ScriptedBackend> expect, Action<SampleTimer> act) =>
        Run(expect, SampleTimer.Claim(0x300), bus => new SampleTimer(bus, 0x300), act);

    static void Run<TDevice>(
        Func<ScriptedBackend, ScriptedBackend> expect, PortClaim claim, Func<PortBus, TDevice> make, Action<TDevice> act)
    {
        ScriptedBackend script = expect(new ScriptedBackend());
        using (var bus = PortBus.Open(script, claim))
        {
            act(make(bus));
        }

        script.Finish();
    }
}
