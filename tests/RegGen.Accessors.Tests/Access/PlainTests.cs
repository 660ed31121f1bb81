using RegGen.Accessors.Tests.Compiled;
using RegGen.Accessors.Tests.Reference;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Registers without fields: of each mode in each width, of each byte order, through narrower accesses and through narrower ports.</summary>
public sealed class PlainTests
{
    [Fact]
    public void A_register_has_the_directions_of_its_access() => Each(ModeRegisters.Plain.Concat(ModeRegisters.InLanes), (spec, device, _) =>
    {
        // Writing back what was read does nothing only where both are normal.
        Assert.Equal(spec.Mode switch
        {
            { CanWrite: false } => typeof(ReadOnlyRegister<>),
            { CanRead: false } => typeof(WriteOnlyRegister<>),
            { Read: "normal", Write: "normal" } => typeof(Register<>),
            _ => typeof(SplitRegister<>),
        }, device.Register(spec.Name).Handle.GetGenericTypeDefinition());
    });

    [Fact]
    public void What_is_read_and_written_is_its_word() => Each(ModeRegisters.Plain.Concat(ModeRegisters.InLanes), (spec, device, ports) =>
        Compare(spec, device.Register(spec.Name), ports, [.. Enumerable.Range(0, spec.Width)]));

    [Fact]
    public void A_narrower_access_reaches_its_part() => Each(ModeRegisters.InLanes.Where(spec => spec.Lanes.Widths.Count > 0), (spec, device, ports) =>
    {
        foreach (int width in spec.Lanes.Widths.Where(width => width < spec.Width))
        {
            for (int i = 0; i < spec.Width / width; i++)
            {
                Compare(spec, device.Register(device.At($"{spec.Name}{width}[{i}]")), ports, [.. Enumerable.Range(i * width, width)]);
            }
        }
    });

    static void Each(IEnumerable<ModeRegister> all, Action<ModeRegister, CompiledDevice, ReferencePorts> check)
    {
        (string text, IReadOnlyList<ModeRegister> registers) = ModeRegister.Describe(all);
        var ports = new ReferencePorts(registers);
        using var device = new CompiledDevice(text, ports);
        foreach (ModeRegister register in registers)
        {
            check(register, device, ports);
        }
    }

    static void Compare(ModeRegister spec, CompiledRegister register, ReferencePorts ports, int[] places)
    {
        var random = new Random(spec.At);
        for (int i = 0; i < 3; i++)
        {
            bool[] held = BitWord.Any(random, spec.Width);
            ports.Set(spec, held);
            if (spec.CanRead)
            {
                Assert.True(CompiledRegister.RawOf(register.Read()) == BitWord.Word(BitWord.Take(held, places)), string.Join("\n", spec.Text));
            }

            if (spec.CanWrite)
            {
                bool[] before = ports.LastWritten.TryGetValue(spec.Name, out bool[]? known) ? known : new bool[spec.Width];
                bool[] bits = BitWord.Any(random, places.Length);
                register.Write(register.ValueOf(BitWord.Word(bits)));
                Assert.True(ports.LastWritten[spec.Name].SequenceEqual(BitWord.Put(before, places, bits)), string.Join("\n", spec.Text));
            }
        }
    }
}
