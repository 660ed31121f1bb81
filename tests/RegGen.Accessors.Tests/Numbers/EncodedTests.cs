using System.Globalization;
using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;
using RegGen.Backends;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Numbers;

/// <summary>Registers and joined values that are numbers as a whole, in each code and width, on a script of port accesses.</summary>
public sealed class EncodedTests
{
    [Fact]
    public void A_number_is_its_bits()
    {
        (string text, IReadOnlyList<EncodedSpec> placed) = EncodedSpec.Describe();
        var script = new ScriptedBackend();
        using var device = new CompiledDevice(text, script);
        foreach (EncodedSpec spec in placed)
        {
            Check(spec, device.At(spec.Name), script);
        }
    }

    static void Check(EncodedSpec spec, object handle, ScriptedBackend script)
    {
        Type number = handle.GetType().GetGenericArguments()[0];
        Assert.True(spec.Meaning.Is(number, spec.Width), $"{spec} is a {number}.");
        var random = new Random(spec.At);
        foreach (bool[] bits in spec.Meaning.Writable(spec.Width, random))
        {
            Access(spec, bits, (port, part, width) => script.Writes(port, part, width));
            Call(handle, "Write", spec.Meaning.ValueOf(spec.Meaning.NumberOf(bits), spec.Width, number));
            Access(spec, bits, (port, part, width) => script.Writes(port, part, width));
            Call(handle, "WriteRaw", Raw(handle, bits));
        }

        foreach (bool[] bits in (bool[][])[BitWord.All(true, spec.Width), BitWord.Any(random, spec.Width), BitWord.Any(random, spec.Width)])
        {
            Access(spec, bits, (port, part, width) => script.Reads(port, part, width));
            object read = Call(handle, "Read")!;
            Assert.True(spec.Meaning.Means(read, bits), $"{spec}: {BitWord.Spell(bits)} is {spec.Meaning.NumberOf(bits)}, and was read as {read}.");
            Access(spec, bits, (port, part, width) => script.Reads(port, part, width));
            Assert.Equal(Raw(handle, bits), Call(handle, "ReadRaw"));
        }

        // Nothing is accessed.
        foreach (object value in spec.Meaning.Refused(spec.Width, number))
        {
            Exception? thrown = Record.Exception(() => Call(handle, "Write", value));
            Assert.True(thrown is ArgumentOutOfRangeException, $"{spec} took {value}: {thrown?.Message ?? "nothing was thrown."}");
        }

        Assert.Equal(0, script.Remaining);
    }

    static void Access(EncodedSpec spec, bool[] word, Action<ushort, uint, PortWidth> access)
    {
        foreach ((ushort port, bool[] bits) in spec.Accesses(word))
        {
            access(port, (uint)BitWord.Word(bits), (PortWidth)bits.Length);
        }
    }

    static object Raw(object handle, bool[] bits) => Convert.ChangeType(BitWord.Word(bits), handle.GetType().GetGenericArguments()[1], CultureInfo.InvariantCulture);

    static object? Call(object handle, string name, params object[] arguments) => CompiledRegister.Call(handle.GetType().GetMethod(name)!, handle, arguments);
}
