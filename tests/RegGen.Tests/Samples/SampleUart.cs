using RegGen.Backends;
using RegGen.Claims;
using RegGen.Routes;

namespace RegGen.Tests.Samples;

/// <summary>A 16550A written by hand in the shape of generated code, with the divisor reached in both ways.</summary>
sealed class SampleUart(PortBus bus, ushort port) : PortDevice(bus, Claim(port), ownsBus: false)
{
    static readonly Selector DlabField = new(3, PortWidth.Bits8, 0x80, Preserved: 0xFF, Inert: 0);
    static readonly BankRoute Latch = new(DlabField, 0x80, home: 0);
    static readonly BankRoute LatchRestored = new(DlabField, 0x80);
    static readonly JoinedPart Low = new(Latch, 0, PortWidth.Bits8, 0), High = new(Latch, 1, PortWidth.Bits8, 8);
    static readonly JoinedRoute DivisorRoute = new(reads: [High, Low], writes: [Low, High]);

    public ReadOnlyRegister<byte> Rbr => new(this, 0);

    public WriteOnlyRegister<byte> Thr => new(this, 0);

    public Register<byte> Dll => new(this, 0, Latch);

    public Register<byte> DllRestored => new(this, 0, LatchRestored);

    public Register<ushort> Divisor => new(this, 0, DivisorRoute);

    public WriteOnlyRegister<FcrValue> Fcr => new(this, 2);

    public Register<LcrValue> Lcr => new(this, 3);

    public ReadOnlyRegister<LsrValue> Lsr => new(this, 5);

    public Register<byte> Scr => new(this, 7);

    public static PortClaim Claim(ushort port) => PortClaim.At("SampleUart", port, (0, 7));

    public readonly record struct LcrValue(byte Raw) : IRegisterValue<LcrValue>
    {
        public static readonly FieldBits Eight = new(0x03, 0x03), Dlab = new(0x80, 0x80);

        public int WordLength
        {
            get => Raw & 0x03;
            init => Raw = (byte)((Raw & ~0x03) | value);
        }

        static LcrValue IRegisterValue<LcrValue>.Inert => new(0);

        static ulong IRegisterValue<LcrValue>.Preserved => 0xFF;
    }

    public readonly record struct FcrValue(byte Raw) : IRegisterValue<FcrValue>
    {
        static FcrValue IRegisterValue<FcrValue>.Inert => new(0);

        static ulong IRegisterValue<FcrValue>.Preserved => 0;
    }

    public readonly record struct LsrValue(byte Raw)
    {
        public static readonly FieldBits HoldingEmpty = new(0x20, 0x20);
    }
}
