using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;
using RegGen.Compiler.Tests.Access;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Writes and modifies each field of a register by itself: what goes over the bus is what the page says, and what it does concerns that field alone.</summary>
sealed class ModeCheck(ModeRegister spec, CompiledRegister register, ReferencePorts ports)
{
    readonly Random _random = new(spec.At);

    // What the device object remembers.
    bool[] _shadow = spec.Initial ?? [];

    public void Run()
    {
        Has("Write", spec.CanWrite);
        Has("WaitUntil", spec.CanRead);
        Has("Modify", WrittenWord.HasModify(spec));
        Read();
        if (register.Has("Write"))
        {
            Names("Write", WrittenWord.NeedsWrite);
            Each(Write);
        }

        if (register.Has("Modify"))
        {
            Names("Modify", WrittenWord.NeedsModify);
            Each(Modify);
            if (!spec.Fields.Any(field => WrittenWord.NeedsModify(spec, field)))
            {
                Each(Change);
            }
        }
    }

    void Has(string call, bool expected) =>
        Assert.True(register.Has(call) == expected, $"{(expected ? "There is no" : "There is a")} {call}.\n{string.Join("\n", spec.Text)}");

    // A call has to be given the fields that nothing leaves alone, and can be given all that are written.
    void Names(string call, Func<ModeRegister, ModeField, bool> isNeeded)
    {
        Assert.Equal(Arguments(spec.Chosen.Where(field => isNeeded(spec, field))), register.Needed(call).Order(StringComparer.Ordinal));
        Assert.Equal(Arguments(spec.Chosen), register.Taken(call).Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Arguments(IEnumerable<ModeField> fields) => fields.Select(field => CompiledRegister.Argument(field.Name)).Order(StringComparer.Ordinal);

    void Each(Action<ModeField, bool[]> check)
    {
        foreach (ModeField field in spec.Chosen)
        {
            check(field, BitWord.All(false, field.Width));
            check(field, BitWord.All(true, field.Width));
            check(field, BitWord.Any(_random, field.Width));
        }
    }

    void Read()
    {
        if (!spec.CanRead)
        {
            return;
        }

        bool[] held = Hold();
        object value = register.Read();
        bool[] seen = [.. held.Select((bit, i) => bit && spec.Bits[i].CanRead)];
        Same(seen, BitWord.Of(CompiledRegister.RawOf(value), spec.Width), "a read");
        foreach (ModeField field in spec.Fields)
        {
            Assert.Equal(BitWord.Word([.. field.Bits.Select(bit => seen[bit])]), Convert.ToUInt64(new CompiledField(register, field.Name).Of(value), null));
        }
    }

    void Write(ModeField field, bool[] bits)
    {
        Dictionary<ModeField, bool[]> named = Named(field, bits, WrittenWord.NeedsWrite);
        bool[] held = Hold();
        Call("Write", named);
        Wrote(WrittenWord.OfWrite(spec, bit => Bit(named, bit)), $"Write of {field.Text}");
        Left(held, named, isWrite: true, field);
    }

    void Modify(ModeField field, bool[] bits)
    {
        Dictionary<ModeField, bool[]> named = Named(field, bits, WrittenWord.NeedsModify);
        bool[] held = Hold();
        bool[] before = Before(held);
        Call("Modify", named);
        Wrote(WrittenWord.OfModify(spec, before, bit => Bit(named, bit)), $"Modify of {field.Text}");
        Left(held, named, isWrite: false, field);
    }

    // By a function, which gets what would be written if it changed nothing.
    void Change(ModeField field, bool[] bits)
    {
        bool[] held = Hold();
        bool[] before = Before(held);
        register.Modify(value =>
        {
            Same(WrittenWord.OfModify(spec, before, _ => null), BitWord.Of(CompiledRegister.RawOf(value), spec.Width), "what a modify begins with");
            var code = new CompiledField(register, field.Name);
            return code.With(value, Value(code.Written!, bits));
        });
        var named = new Dictionary<ModeField, bool[]> { [field] = bits };
        Wrote(WrittenWord.OfModify(spec, before, bit => Bit(named, bit)), $"Modify by a function of {field.Text}");
        Left(held, named, isWrite: false, field);
    }

    bool[] Hold()
    {
        bool[] word = BitWord.Any(_random, spec.Width);
        ports.Set(spec, word);
        return word;
    }

    // What a modify starts from. Bits that cannot be read are read as zeros.
    bool[] Before(bool[] held) => spec.Initial is null ? [.. held.Select((bit, i) => bit && spec.Bits[i].CanRead)] : _shadow;

    Dictionary<ModeField, bool[]> Named(ModeField field, bool[] bits, Func<ModeRegister, ModeField, bool> isNeeded)
    {
        Dictionary<ModeField, bool[]> named = spec.Chosen.Where(other => other != field && isNeeded(spec, other)).ToDictionary(other => other, other => BitWord.Any(_random, other.Width));
        named[field] = bits;
        return named;
    }

    void Call(string name, Dictionary<ModeField, bool[]> named) =>
        register.Call(name, [.. named.Select(each => (each.Key.Name, Value(new CompiledField(register, each.Key.Name).Written!, each.Value)))]);

    static object Value(Type type, bool[] bits) => new Unsigned().ValueOf(BitWord.Weights(bits), bits.Length, type);

    static bool? Bit(Dictionary<ModeField, bool[]> named, int bit) =>
        named.FirstOrDefault(each => each.Key.Bits.Contains(bit)) is { Key: { } field, Value: var bits } ? bits[bit - field.Low] : null;

    void Wrote(bool?[] expected, string what)
    {
        bool[] written = ports.LastWritten[spec.Name];
        Same(expected, written, what);
        _shadow = written;
    }

    // What was not named is as it was, and nothing was done to it; a write puts back the value that it has when nobody cares.
    void Left(bool[] held, Dictionary<ModeField, bool[]> named, bool isWrite, ModeField field)
    {
        ReferenceBit[] bits = ports[spec];
        for (int i = 0; i < bits.Length; i++)
        {
            Mode mode = spec.Bits[i];
            bool isReplaced = mode.IsStored && (isWrite || !mode.CanRead || spec.Initial is not null || spec.Reserved != "preserve");
            if (Bit(named, i) is not null || isReplaced || (mode is { CanWrite: true, IsStored: false, Harmless: null }) || (spec.FieldAt(i) is null && spec.Reserved != "preserve"))
            {
                continue;
            }

            bool read = !isWrite && spec.Initial is null && mode.IsReadDestructive;
            Assert.True((read || bits[i].State == held[i]) && bits[i].Actions == 0, $"{spec.Name}: bit {i}, which is {mode}, was changed by {(isWrite ? "a write" : "a modify")} of {field.Text}.");
        }
    }

    void Same(bool[] expected, bool[] actual, string what) => Same([.. expected.Select(bit => (bool?)bit)], actual, what);

    void Same(bool?[] expected, bool[] actual, string what)
    {
        int odd = Enumerable.Range(0, expected.Length).FirstOrDefault(bit => expected[bit] is { } known && known != actual[bit], -1);
        Assert.True(odd < 0, $"{spec.Name}: {what} has {BitWord.Spell(actual)}, where bit {odd} should be {(odd < 0 ? null : expected[odd])}.\n{string.Join("\n", spec.Text)}");
    }
}
