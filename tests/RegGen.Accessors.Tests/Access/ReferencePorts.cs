using RegGen.Accessors.Tests.Reference;
using RegGen.Backends;
using RegGen.Claims;
using RegGen.Compiler.Tests.Access;

namespace RegGen.Accessors.Tests.Access;

/// <summary>
/// Registers made of reference bits, at ports. An access reaches a register in the widths that it has; a wider one falls into bytes if each
/// of them meets a register of 8 bits or none; any other reads ones, or is ignored.
/// </summary>
sealed class ReferencePorts(IEnumerable<ModeRegister> registers) : PortBackend
{
    readonly ReferenceRegisters _registers = new(registers);

    public override string Name => "reference";

    /// <summary>The word of each register that was written last.</summary>
    public Dictionary<string, bool[]> LastWritten { get; } = [];

    /// <summary>The bits of a register.</summary>
    public ReferenceBit[] this[ModeRegister register] => _registers[register];

    /// <summary>Lets a register hold a word, as after a reset.</summary>
    public void Set(ModeRegister register, bool[] word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            this[register][i].Reset(word[i]);
        }
    }

    public bool[] Held(ModeRegister register) => [.. this[register].Select(bit => bit.State)];

    public override void Grant(PortClaim claim)
    {
    }

    public override uint Read(ushort port, PortWidth width) => (uint)BitWord.Word(Read(port, (int)width));

    public override void Write(ushort port, PortWidth width, uint value) => Write(port, BitWord.Of(value, (int)width));

    bool[] Read(int port, int width)
    {
        if (_registers.Find(port, width, isWrite: false) is var (register, places))
        {
            return [.. places.Select(place => this[register][place].Read())];
        }

        return _registers.IsBytes(port, width) ? [.. Enumerable.Range(port, width / 8).SelectMany(lane => Read(lane, 8))] : BitWord.All(true, width);
    }

    void Write(int port, bool[] bits)
    {
        if (_registers.Find(port, bits.Length, isWrite: true) is var (register, places))
        {
            bool[] before = LastWritten.TryGetValue(register.Name, out bool[]? known) ? known : new bool[register.Width];
            LastWritten[register.Name] = BitWord.Put(before, places, bits);
            for (int i = 0; i < bits.Length; i++)
            {
                this[register][places[i]].Write(bits[i]);
            }
        }
        else if (_registers.IsBytes(port, bits.Length))
        {
            for (int i = 0; i < bits.Length; i += 8)
            {
                Write(port + (i / 8), bits[i..(i + 8)]);
            }
        }
    }
}
