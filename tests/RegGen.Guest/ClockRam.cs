using RegGen.Backends;
using RegGen.Routes;

namespace RegGen.Guest;

/// <summary>The clock's RAM as a window behind its index and data port, in the shape of generated code; with a lock that processes share, or without.</summary>
sealed class ClockRam(PortBus bus, bool locked) : PortDevice(bus, Clock.Claim, ownsBus: false)
{
    public const string LockName = "guest-clock";
    public const byte First = 0x50;

    static readonly WindowRoute s_locked = Window(LockName), s_bare = Window(null);

    public Register<byte> Cell(int number) => new(this, First + number, locked ? s_locked : s_bare);

    static WindowRoute Window(string? name) => new(
        new Selector(0, PortWidth.Bits8, 0x7F, Preserved: 0, Inert: 0), [new(1, PortWidth.Bits8)], door: new WindowDoor(slot: 0, name: name));
}
