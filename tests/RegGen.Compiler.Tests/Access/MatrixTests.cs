using RegGen.Compiler.Model;

namespace RegGen.Compiler.Tests.Access;

/// <summary>
/// Every access mode beside every other in one register: whatever a caller writes into field A, field B stays as it was, or the caller must
/// name it, and then because no value at all would leave it alone.
/// </summary>
public sealed class MatrixTests
{
    const ulong MaskOfA = 0x03, MaskOfB = 0x30;

    public static TheoryData<string> Modes => [.. AccessPair.All.Select(pair => pair.ToString())];

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_write_that_names_one_field_leaves_the_other_alone_or_asks_for_it(string other)
    {
        foreach (AccessPair named in AccessPair.All)
        {
            (AccessPair pair, RegisterModel register, FieldModel b) = Beside(named, other);
            if (b.IsNeededByWrite(register))
            {
                Assert.True(pair.CanWrite && !ReferenceBit.IsInert(pair.Write, true) && !ReferenceBit.IsInert(pair.Write, false), $"B is {pair}");
                continue;
            }

            foreach (ReferenceRegister device in States(named, pair))
            {
                for (ulong a = 0; a < 4; a++)
                {
                    ulong before = device.State & MaskOfB;
                    device.Write((register.Inert & ~MaskOfA) | a);
                    AssertSame(device, before, named, pair);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_modify_that_names_one_field_leaves_the_other_alone_or_asks_for_it(string other)
    {
        foreach (AccessPair named in AccessPair.All)
        {
            (AccessPair pair, RegisterModel register, FieldModel b) = Beside(named, other);
            if (!register.CanModify)
            {
                Assert.True(
                    (!named.CanWrite && !pair.CanWrite) || (!named.CanRead && !pair.CanRead) || named.IsReadDestructive || pair.IsReadDestructive,
                    $"A is {named}, B is {pair}");
                continue;
            }

            if (b.IsNeededByModify(register))
            {
                Assert.False(pair.Write == "normal" && pair.CanRead);
                Assert.False(ReferenceBit.IsInert(pair.Write, true) || ReferenceBit.IsInert(pair.Write, false));
                continue;
            }

            foreach (ReferenceRegister device in States(named, pair))
            {
                for (ulong a = 0; a < 4; a++)
                {
                    ulong before = device.State & MaskOfB;
                    ulong carried = device.Read() & register.Preserved & ~MaskOfA;
                    device.Write(carried | (register.Inert & ~register.Preserved & ~MaskOfA) | a);
                    AssertSame(device, before, named, pair);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_description_says_each_pair(string mode)
    {
        RegisterModel register = Yaml.Register($"  R: {{ at: 0, fields: {{ F: {{ bits: 0, access: {mode} }} }} }}\n");

        Assert.Equal(AccessPair.Of(mode).Mode, register.Fields[0].Access);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Only_what_is_read_and_written_normally_is_changed_by_writing_back_what_was_read(string mode)
    {
        RegisterModel register = Yaml.Register($"  R: {{ at: 0, access: {mode} }}\n");

        Assert.Equal(AccessPair.Of(mode) == new AccessPair("normal", "normal"), register.CanChange);
    }

    static (AccessPair Pair, RegisterModel Register, FieldModel B) Beside(AccessPair named, string other)
    {
        var pair = AccessPair.Of(other);
        var register = new RegisterModel
        {
            Name = "R",
            Width = 8,
            Access = new AccessPair("normal", "normal").Mode,
            Fields = new([new() { Name = "A", Pieces = new([new BitRange(1, 0)]), Access = named.Mode }, new() { Name = "B", Pieces = new([new BitRange(5, 4)]), Access = pair.Mode }]),
        };
        return (pair, register, register.Fields[1]);
    }

    static IEnumerable<ReferenceRegister> States(AccessPair a, AccessPair b)
    {
        foreach (ulong state in (ulong[])[0x00, 0x11, 0x22, 0x33, 0x30, 0x03, 0xFF, 0xCC])
        {
            yield return new ReferenceRegister(8).With(1, 0, a).With(5, 4, b).In(state);
        }
    }

    static void AssertSame(ReferenceRegister device, ulong before, AccessPair named, AccessPair pair) => Assert.True(
        (device.State & MaskOfB) == before && device.Actions(MaskOfB) == 0,
        $"Naming A, which is {named}, acted on B, which is {pair}.");
}
