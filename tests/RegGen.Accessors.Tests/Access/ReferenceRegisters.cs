using RegGen.Compiler.Tests.Access;

namespace RegGen.Accessors.Tests.Access;

/// <summary>Which bits of which register an access reaches.</summary>
sealed class ReferenceRegisters
{
    readonly Dictionary<int, ModeRegister> _byPort = [];
    readonly Dictionary<string, ReferenceBit[]> _bits = [];
    readonly Dictionary<(string Register, bool IsWrite), int> _turns = [];

    public ReferenceRegisters(IEnumerable<ModeRegister> registers)
    {
        foreach (ModeRegister register in registers)
        {
            ReferenceBit[] bits = [.. register.Bits.Select(mode => new ReferenceBit(mode.Read, mode.Write))];
            for (int i = 0; i < bits.Length; i++)
            {
                bits[i].Reset(register.Reset?[i] ?? false);
            }

            _bits.Add(register.Name, bits);
            foreach (int port in Enumerable.Range(register.At, register.Lanes.Ports(register.Width)))
            {
                _byPort.Add(port, register);
            }
        }
    }

    public ReferenceBit[] this[ModeRegister register] => _bits[register.Name];

    /// <summary>The register that answers, and its bits in the order of the access's.</summary>
    public (ModeRegister Register, IReadOnlyList<int> Places)? Find(int port, int width, bool isWrite)
    {
        if (!_byPort.TryGetValue(port, out ModeRegister? register) || !(isWrite ? register.CanWrite : register.CanRead))
        {
            return null;
        }

        int below = port - register.At;
        bool fits = register.Lanes.WidthsOf(register.Width).Contains(width) && below % (width / 8) == 0 && below + (width / 8) <= register.Lanes.Ports(register.Width);
        return !fits ? null : (register, register.Lanes.Transfer > 0 ? Part(register, isWrite) : [.. Enumerable.Range(below, width / 8).SelectMany(lane => Byte(register, lane))]);
    }

    /// <summary>Whether each byte of an access meets a register of 8 bits, or none.</summary>
    public bool IsBytes(int port, int width) =>
        width > 8 && Enumerable.Range(port, width / 8).All(lane => !_byPort.TryGetValue(lane, out ModeRegister? register) || register.Lanes.Ports(register.Width) == 1);

    // Which byte of the register stands at a port.
    static IEnumerable<int> Byte(ModeRegister register, int lane) =>
        Enumerable.Range(8 * (register.Lanes.IsBig ? (register.Width / 8) - 1 - lane : lane), 8);

    // One part after the other, of reads and of writes apart.
    List<int> Part(ModeRegister register, bool isWrite)
    {
        int parts = register.Width / register.Lanes.Transfer;
        int turn = _turns.GetValueOrDefault((register.Name, isWrite));
        _turns[(register.Name, isWrite)] = (turn + 1) % parts;
        return [.. Enumerable.Range((register.Lanes.IsHighFirst ? parts - 1 - turn : turn) * register.Lanes.Transfer, register.Lanes.Transfer)];
    }
}
