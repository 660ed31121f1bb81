// The direct backend on real ports. Only for the guest rig: on a real machine these ports are something else.
using RegGen;
using RegGen.Guest;

Checks checks = new();
if (args is ["refused", var reason, var cause])
{
    RefusedGrant.Run(checks, Enum.Parse<PortRefusal>(reason), cause);
    return checks.Finish();
}

if (args is [LockChecks.Child, .. var order])
{
    return LockChecks.RunChild(order);
}

if (args is ["locks"])
{
    LockChecks.Run(checks);
    return checks.Finish();
}

using ManualResetEventSlim granted = new();
PortBus? opened = null;
PortRefusal? early = null;
Thread before = new(() =>
{
    granted.Wait();
    early = Checks.Refusal(() => opened!.In8(Uart.Scratch));
});
before.Start();

using PortBus bus = opened = PortBus.Open(Uart.Claim, Clock.Claim, TestDevice.Claim);
granted.Set();
before.Join();

checks.That("a thread from before the grant is refused, not killed", early == PortRefusal.ThreadNotGranted);
ThreadChecks.Run(checks, bus);
RegisterChecks.Run(checks, bus);
RefusalChecks.Run(checks, bus);
return checks.Finish();
