using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Backends;

/// <summary>Programs of a caller's own: checked before the first access.</summary>
public sealed class ProgramCheckTests : IDisposable
{
    static readonly PortOperation s_read = PortOperation.In(0x300, PortWidth.Bits8);

    static readonly Dictionary<string, PortOperation> s_wrong = new()
    {
        ["has a width that no access has: 8, 16 or 32 bits"] = PortOperation.In(0x300, PortWidth.Bits64),
        ["takes bits of an operation that is not before it"] = PortOperation.Out(0x300, PortWidth.Bits8, 0, from: 1, keep: 1),
        ["refers to an operation before the first"] = PortOperation.Combine(0, -2, 0),
        ["shifts by more than 63"] = PortOperation.Combine(0, 0, 1, shift: 64),
        ["goes to before the first operation"] = PortOperation.Branch(-1, PortOperation.None, 0, 0),
        ["goes to an operation that there is not"] = PortOperation.Branch(3, PortOperation.None, 0, 0),
        ["repeats less than 0 times"] = PortOperation.Branch(0, PortOperation.None, 0, 0, times: -1),
        ["waits for less than no time"] = PortOperation.Delay(TimeSpan.FromTicks(-1)),
    };

    readonly List<PortAccess> _accesses = [];
    readonly PortBus _bus = PortBus.Open(new SimulatedBackend(), PortClaim.At("Card", 0x300, (0, 7)));
    readonly IDisposable _observing;

    public ProgramCheckTests() => _observing = _bus.Observe(_accesses.Add);

    public static TheoryData<string> Wrong => [.. s_wrong.Keys];

    public void Dispose()
    {
        _observing.Dispose();
        _bus.Dispose();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_program_does_not_run(string what)
    {
        ArgumentException wrong = Assert.Throws<ArgumentException>(() => _bus.Run([s_read, s_wrong[what]]));
        Assert.StartsWith($"Operation 1 of the program {what}.", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(_accesses);
    }

    [Fact]
    public void Bits_beside_come_from_before_too() =>
        Assert.Throws<ArgumentException>(() => _bus.Run([PortOperation.Combine(0, PortOperation.None, 0, beside: 0)]));

    [Theory]
    [InlineData(0x2FF, PortWidth.Bits8)]
    [InlineData(0x305, PortWidth.Bits32)]
    [InlineData(0xFFFF, PortWidth.Bits16)]
    public void A_port_that_is_not_granted_is_refused_before_anything_runs(ushort port, PortWidth width)
    {
        PortAccessException refused = Assert.Throws<PortAccessException>(() => _bus.Run([s_read, PortOperation.Out(port, width, 1)]));
        Assert.Equal(PortRefusal.NotGranted, refused.Reason);
        Assert.Empty(_accesses);
    }

    /// <summary>What ran the first time has not run the second.</summary>
    [Fact]
    public void A_program_may_run_again()
    {
        PortOperation[] program = [s_read, PortOperation.Branch(PortOperation.End, 0, keep: 0xFF, value: 0x5A), PortOperation.Out(0x300, PortWidth.Bits8, 0x5A), s_read];
        using PortBus bus = PortBus.Open(new Latch(), PortClaim.At("Card", 0x300, (0, 7)));
        bus.Run(program);
        Assert.Equal((true, 0x5AUL), (program[3].HasRun, program[3].Result));
        bus.Run(program);
        Assert.Equal((0x5AUL, false, 0UL), (program[0].Result, program[3].HasRun, program[3].Result));
    }

    sealed class Latch : PortBackend
    {
        uint _value;

        public override string Name => "latch";

        public override void Grant(PortClaim claim)
        {
        }

        public override uint Read(ushort port, PortWidth width) => _value;

        public override void Write(ushort port, PortWidth width, uint value) => _value = value;
    }
}
