using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Descriptions;
using RegGen.Accessors.Tests.Reference;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>Drives every accessor of a register's fields on a script of port accesses, and compares with the reference.</summary>
/// <param name="spec">The register.</param>
/// <param name="register">What was made of it.</param>
/// <param name="script">The bus.</param>
/// <param name="hasCalls">Whether calls with named fields were compiled.</param>
sealed class RegisterCheck(RegisterSpec spec, CompiledRegister register, ScriptedBackend script, bool hasCalls)
{
    // Registers of more fields have no calls with named fields.
    const int MostFields = 24;

    readonly Random _random = new(spec.At);

    public void Run()
    {
        Assert.Equal(hasCalls && spec.Fields.Count <= MostFields, register.Has("Write"));
        Same(spec.Reset, register.Known("Reset"), "the reset value");
        Same(Inert, register.Known("Inert"), "the inert value");
        (FieldSpec Field, CompiledField Code)[] fields = [.. spec.Fields.SelectMany(Properties).Select(field => (field, Typed(field, new CompiledField(register, field.Name))))];
        foreach (bool[] word in Words())
        {
            script.Reads(spec, word);
            object value = register.Read();
            Same(word, CompiledRegister.RawOf(value), "a read");
            foreach ((FieldSpec field, CompiledField code) in fields)
            {
                Means(field, word, code.Of(value));
            }
        }

        foreach ((FieldSpec field, CompiledField code) in fields)
        {
            Write(field, code);
            Refuse(field, code);
        }

        Assert.Equal(0, script.Remaining);
    }

    // A number that means something else is there by itself too, but not as an argument.
    static IEnumerable<FieldSpec> Properties(FieldSpec field) => field.Meaning is Scaled scaled
        ? [field, field with { Name = $"{field.Name}Raw", Meaning = scaled.Number, Array = null }]
        : [field];

    bool HasCalls(FieldSpec field) => register.Has("Write") && spec.Fields.Contains(field);

    // What a write has where nobody names a field.
    bool[] Inert => spec.WithConstants(spec.Reset);

    IEnumerable<bool[]> Words()
    {
        yield return BitWord.All(false, spec.Width);
        yield return BitWord.All(true, spec.Width);
        for (int i = 0; i < 4; i++)
        {
            yield return BitWord.Any(_random, spec.Width);
        }
    }

    CompiledField Typed(FieldSpec field, CompiledField code)
    {
        Assert.True(field.Meaning.Is(code.Type, field.Width), $"{spec.Name}.{field} is a {code.Type}.");
        Assert.True(field.Constant is null ? code.Written is { } written && field.Meaning.IsWritten(written, field.Width) : code.Written is null, $"{spec.Name}.{field} takes a {code.Written}.");
        return code;
    }

    void Write(FieldSpec field, CompiledField code)
    {
        foreach (bool[] bits in code.Written is null ? [] : field.Meaning.Writable(field.Width, _random))
        {
            object named = field.Meaning.ValueOf(field.Meaning.NumberOf(bits), field.Width, code.Written!);
            bool[] before = BitWord.Any(_random, spec.Width);
            bool[] after = BitWord.Put(before, field.Places, bits);
            object changed = code.With(register.ValueOf(BitWord.Word(before)), named);
            Same(after, CompiledRegister.RawOf(changed), $"{BitWord.Spell(before)} with {field} as {named}");
            script.Writes(spec, after);
            register.Write(changed);
            if (HasCalls(field))
            {
                script.Writes(spec, BitWord.Put(Inert, field.Places, bits));
                register.Call("Write", (code.Argument, named));
                script.Reads(spec, before).Writes(spec, spec.WithConstants(after));
                register.Call("Modify", (code.Argument, named));
                Wait(field, field.Meaning.ValueOf(field.Meaning.NumberOf(bits), field.Width, code.Type), bits);
            }

            if (field.Array is { } array)
            {
                Index(field, array, before, named, after);
            }
        }
    }

    // One bit that differs is enough to go on waiting.
    void Wait(FieldSpec field, object named, bool[] bits)
    {
        int odd = field.Places[_random.Next(field.Width)];
        bool[] there = BitWord.Put(BitWord.Any(_random, spec.Width), field.Places, bits);
        bool[] notYet = BitWord.Put(there, [odd], [!there[odd]]);
        script.Reads(spec, notYet).Reads(spec, there);
        Same(there, CompiledRegister.RawOf(register.Call("WaitUntil", TimeSpan.FromMinutes(1), (field.Name, named))!), $"waiting for {field}");
        script.Reads(spec, notYet).Reads(spec, there);
        Assert.Equal(false, register.Call("TryWaitUntil", TimeSpan.Zero, (field.Name, named)));
        Assert.Equal(true, register.Call("TryWaitUntil", TimeSpan.Zero, (field.Name, named)));
    }

    void Index(FieldSpec field, ArraySpec array, bool[] before, object named, bool[] after)
    {
        object value = register.ValueOf(BitWord.Word(before));
        Means(field, before, CompiledRegister.Call(register.Method(array.Name), value, [field.Index])!);
        object changed = CompiledRegister.Call(register.Method($"With{array.Name}"), value, [field.Index, named])!;
        Same(after, CompiledRegister.RawOf(changed), $"{BitWord.Spell(before)} with {array.Name}({field.Index}) as {named}");
        foreach (int outside in (int[])[-1, array.Count])
        {
            Refuses(field, outside, () => CompiledRegister.Call(register.Method(array.Name), value, [outside]));
            Refuses(field, outside, () => CompiledRegister.Call(register.Method($"With{array.Name}"), value, [outside, named]));
        }
    }

    // Nothing is accessed: the script has nothing for it.
    void Refuse(FieldSpec field, CompiledField code)
    {
        foreach (object value in code.Written is null ? [] : field.Meaning.Refused(field.Width, code.Written))
        {
            Refuses(field, value, () => code.With(register.ValueOf(0), value));
            if (HasCalls(field))
            {
                Refuses(field, value, () => register.Call("Write", (code.Argument, value)));
                Refuses(field, value, () => register.Call("Modify", (code.Argument, value)));
            }
        }
    }

    void Means(FieldSpec field, bool[] word, object read)
    {
        bool[] bits = BitWord.Take(word, field.Places);
        Assert.True(field.Meaning.Means(read, bits), $"{spec.Name}.{field} of {BitWord.Spell(word)} is {field.Meaning.NumberOf(bits)}, and was read as {read}.");
    }

    void Refuses(FieldSpec field, object value, Action action)
    {
        Exception? thrown = Record.Exception(action);
        Assert.True(thrown is ArgumentOutOfRangeException, $"{spec.Name}.{field} took {value}: {thrown?.Message ?? "nothing was thrown."}");
    }

    void Same(bool[] expected, ulong actual, string what) =>
        Assert.True(BitWord.Word(expected) == actual, $"{spec.Name}: {what} should be {BitWord.Spell(expected)}, and was {BitWord.Spell(BitWord.Of(actual, spec.Width))}.");
}
