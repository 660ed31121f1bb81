using RegGen.Backends;
using RegGen.Claims;
using RegGen.Routes;

namespace RegGen.Tests.Samples;

/// <summary>A made-up device with wide registers, action bits, and a bank and a window whose selecting register cannot be read back.</summary>
sealed class SampleTimer(PortBus bus, ushort port) : PortDevice(bus, Claim(port), ownsBus: false, 0x10)
{
    static readonly ShadowRoute CommandShadow = new(slot: 0);
    static readonly BankRoute Page1 = new(new Selector(7, PortWidth.Bits8, 0x03, Preserved: 0xF3, Inert: 0x04, CommandShadow), 0x01);
    static readonly BankRoute Page2 = new(new Selector(5, PortWidth.Bits8, 0xFF, Preserved: 0xFF, Inert: 0), 0x02, home: 0x00);
    static readonly WindowRoute Channels = new(
        new Selector(7, PortWidth.Bits8, 0xF0, Preserved: 0xF3, Inert: 0x04, CommandShadow), reads: [new(6, PortWidth.Bits8)]);

    public Register<uint> Address => new(this, 0);

    public Register<ushort> Count => new(this, 4);

    public Register<StatusValue> Status => new(this, 6);

    public Register<byte> Latch => new(this, 6, Page1);

    public Register<byte> Reload => new(this, 6, Page2);

    public Register<byte> Channel3 => new(this, 3, Channels);

    public ShadowedRegister<byte> Command => new(this, 7, CommandShadow);

    public static PortClaim Claim(ushort port) => PortClaim.At("SampleTimer", port, (0, 7));

    /// <summary>Bits 3..0 rw, bit 4 sc, bit 5 wo and active low (a one does nothing), bits 7..6 w1c.</summary>
    public readonly record struct StatusValue(byte Raw) : IRegisterValue<StatusValue>
    {
        public static readonly FieldBits Mode5 = new(0x0F, 0x05), Start = new(0x10, 0x10), Expired = new(0x80, 0x80);

        static StatusValue IRegisterValue<StatusValue>.Inert => new(0x20);

        static ulong IRegisterValue<StatusValue>.Preserved => 0x0F;
    }
}
