using RegGen.Backends;
using RegGen.Claims;
using RegGen.Routes;

namespace RegGen.Tests.Samples;

/// <summary>An MC146818 behind ports 70 and 71, written by hand in the shape of generated code: a window with a shadowed index.</summary>
sealed class SampleCmos(PortBus bus) : PortDevice(bus, Claim(), ownsBus: false, 0)
{
    static readonly ShadowRoute IndexShadow = new(slot: 0);
    static readonly WindowRoute CmosRoute = new(new Selector(0, PortWidth.Bits8, 0x7F, Preserved: 0xFF, Inert: 0, IndexShadow), reads: [new(1, PortWidth.Bits8)]);
    static readonly JoinedRoute AlarmRoute = new(
        reads: [new(CmosRoute, 0x05, PortWidth.Bits8, 8), new(CmosRoute, 0x03, PortWidth.Bits8, 0)],
        writes: [new(CmosRoute, 0x03, PortWidth.Bits8, 0), new(CmosRoute, 0x05, PortWidth.Bits8, 8)]);

    public ShadowedRegister<IndexValue> Index => new(this, 0, IndexShadow);

    public Register<byte> Seconds => new(this, 0x00, CmosRoute);

    public Register<ModeValue> RegisterB => new(this, 0x0B, CmosRoute);

    public Register<ushort> Alarm => new(this, 0, AlarmRoute);

    public static PortClaim Claim() => PortClaim.At("SampleCmos", 0x70, (0, 1));

    public readonly record struct IndexValue(byte Raw) : IRegisterValue<IndexValue>
    {
        public static readonly FieldBits NmiDisable = new(0x80, 0x80), NmiEnable = new(0x80, 0);

        static IndexValue IRegisterValue<IndexValue>.Inert => new(0);

        static ulong IRegisterValue<IndexValue>.Preserved => 0xFF;
    }

    public readonly record struct ModeValue(byte Raw) : IRegisterValue<ModeValue>
    {
        public static readonly FieldBits Set = new(0x80, 0x80);

        static ModeValue IRegisterValue<ModeValue>.Inert => new(0);

        static ulong IRegisterValue<ModeValue>.Preserved => 0xFF;
    }
}
