using System.Numerics;
using System.Reflection;
using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Descriptions;
using RegGen.Accessors.Tests.Reference;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Numbers;

/// <summary>Fields that are decimal digits while a mode says so, and a binary number otherwise.</summary>
public sealed class DigitsByModeTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void A_field_is_understood_as_its_mode_says(int width)
    {
        IReadOnlyList<RegisterSpec> registers = Packing.AtEdges(new FieldKind("by mode", new ByMode(), (low, wide) => [(low + wide - 1, low)]), width);
        string text = $"{new DeviceSpec(registers, []).Text}  MODE: {{ at: 0xFFF0, reset: 0, fields: {{ Digits: 3 }} }}\n";
        using var device = new CompiledDevice(text, new ScriptedBackend());
        CompiledRegister mode = device.Register("Mode");
        foreach (RegisterSpec register in registers)
        {
            CompiledRegister compiled = device.Register(register.Name);
            foreach (FieldSpec field in register.Fields)
            {
                Check(field, width, compiled, mode.ValueOf(0x08), new Bcd());
                Check(field, width, compiled, mode.ValueOf(0xF7), new Unsigned());
            }
        }
    }

    static void Check(FieldSpec field, int width, CompiledRegister register, object mode, Meaning meaning)
    {
        var random = new Random(field.Width);
        MethodInfo get = register.Method(field.Name), with = register.Method($"With{field.Name}");
        foreach (bool[] bits in meaning.Writable(field.Width, random))
        {
            bool[] before = BitWord.Any(random, width);
            bool[] after = BitWord.Put(before, field.Places, bits);
            object value = register.ValueOf(BitWord.Word(after));
            object read = CompiledRegister.Call(get, value, [mode])!;
            Assert.True(meaning.Means(read, bits), $"{field} of {BitWord.Spell(after)} is {meaning.NumberOf(bits)}, and was read as {read}.");
            Assert.True(new Unsigned().Means(new CompiledField(register, $"{field.Name}Raw").Of(value), bits));

            // What is written must be a number that both forms can say.
            object changed = register.ValueOf(BitWord.Word(before));
            BigInteger number = meaning.NumberOf(bits);
            if (number <= new Bcd().Numbers(field.Width).Most)
            {
                changed = CompiledRegister.Call(with, changed, [meaning.ValueOf(number, field.Width, with.GetParameters()[0].ParameterType), mode])!;
                Assert.Equal(BitWord.Word(after), CompiledRegister.RawOf(changed));
            }
            else
            {
                Assert.IsType<ArgumentOutOfRangeException>(Record.Exception(() =>
                    CompiledRegister.Call(with, changed, [meaning.ValueOf(number, field.Width, with.GetParameters()[0].ParameterType), mode])));
            }
        }
    }

    sealed class ByMode : Meaning
    {
        public override string Keys(int width) => "encoding: { bcd: MODE.Digits == 1 }";

        public override BigInteger NumberOf(bool[] bits) => BitWord.Weights(bits);

        public override bool Is(Type type, int width) => true;
    }
}
