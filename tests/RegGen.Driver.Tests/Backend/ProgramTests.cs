using CsCheck;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Driver.Tests.Backend;

/// <summary>Programs do in the driver what they do one operation after the other: the same accesses, the same results.</summary>
[Collection(nameof(CoreDriver))]
public sealed class ProgramTests
{
    static readonly PortRange s_all = new(0x300, 0x3FF);

    static readonly Gen<PortWidth> s_width = Gen.OneOf(Gen.Const(PortWidth.Bits8), Gen.Const(PortWidth.Bits16), Gen.Const(PortWidth.Bits32));
    static readonly Gen<ushort> s_port = Gen.OneOf(Gen.UShort[0x300, 0x303], Gen.UShort[CellPorts.Counting, CellPorts.Counting + 1]);
    static readonly Gen<ulong> s_bits = Gen.OneOf(Gen.ULong, Gen.ULong[0, 3], Gen.Const(ulong.MaxValue), Gen.Const(0xFFUL));

    static readonly Gen<(int From, ulong Keep, int Shift, int Beside)> s_taking = Gen.Select(Gen.Int[0, 1000], s_bits, Gen.Int[-40, 40], Gen.Int[0, 1000]);
    static readonly Gen<(int Target, int Times, bool Unless)> s_branch = Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 3], Gen.Bool);
    static readonly Gen<Draft> s_draft = Gen.Select(Gen.Int[0, 9], s_port, s_width, s_bits, s_taking, s_branch, (kind, port, width, value, taking, branch) =>
        new Draft(kind, port, width, value, taking, branch));

    [Fact]
    public void Random_programs_do_the_same() => s_draft.Array[1, 40].Sample(drafts => Same(Program(drafts)), iter: 20_000, threads: 1);

    /// <summary>Longer than the driver takes at once: cut, where no loop is.</summary>
    [Fact]
    public void Long_programs_do_the_same() =>
        s_draft.Array[257, 900].Sample(drafts => Same(Program(drafts)), iter: 300, threads: 1);

    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    [InlineData(1000, 5)] // 224 at a time: the other 32 tell how a piece was left
    public void What_the_driver_takes_at_once_is_one_transition(int length, int expected)
    {
        var program = new PortOperation[length];
        for (int i = 0; i < length; i++)
        {
            program[i] = i == 0 ? PortOperation.In(0x300, PortWidth.Bits8) : PortOperation.Out(0x301, PortWidth.Bits8, (ulong)i & 0xF0, from: i - 1, keep: 0x0F);
        }

        Assert.Equal(expected, Same(program));
    }

    static long Same(PortOperation[] program)
    {
        CellPorts plain = new(), cells = new();
        PortOperation[] expected = [.. program], found = [.. program];
        plain.Run(expected);
        using DriverBackend driver = new CoreDriver(cells, s_all).Backend();
        driver.Grant(PortClaim.At("Cells", 0x300, (0, 0xFF)));
        driver.Run(found);
        Assert.Equal(plain.Log, cells.Log);
        Assert.Equal(expected.Select(each => (each.HasRun, each.Result)), found.Select(each => (each.HasRun, each.Result)));
        return driver.Transitions;
    }

    static PortOperation[] Program(Draft[] drafts) => [.. drafts.Select((draft, index) => draft.At(index, drafts.Length))];

    /// <summary>An operation whose references are brought into range by its place.</summary>
    sealed record Draft(
        int Kind, ushort Port, PortWidth Width, ulong Value, (int From, ulong Keep, int Shift, int Beside) Taking, (int Target, int Times, bool Unless) Branch)
    {
        public PortOperation At(int index, int length)
        {
            int from = (Taking.From % (index + 1)) - 1, beside = Taking.Beside % 3 == 0 ? (Taking.Beside % (index + 1)) - 1 : PortOperation.None;
            (ulong keep, int shift) = from < 0 ? (0, 0) : (Taking.Keep, Taking.Shift);
            return Kind switch
            {
                <= 2 => PortOperation.In(Port, Width),
                <= 5 => PortOperation.Out(Port, Width, Value, from, keep, shift, beside),
                <= 7 => PortOperation.Combine(Value, from, keep, shift, beside),
                8 => PortOperation.Branch(Forward(index, length), from, keep, Value, Branch.Unless, shift: shift, beside: beside),
                _ => PortOperation.Branch(Math.Max(0, index - (Branch.Target % 6)), from, keep, Value, Branch.Unless, shift: shift, beside: beside, times: Branch.Times),
            };
        }

        int Forward(int index, int length) => index + 1 + (Branch.Target % (length + 1)) is var target && target >= length ? PortOperation.End : target;
    }
}
