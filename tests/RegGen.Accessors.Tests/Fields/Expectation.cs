using RegGen.Accessors.Tests.Descriptions;
using RegGen.Accessors.Tests.Reference;
using RegGen.Backends;
using RegGen.Testing;

namespace RegGen.Accessors.Tests.Fields;

/// <summary>What the accesses to a register at plain ports come to: one of its width, or two halves of 64 bits, the low one first.</summary>
static class Expectation
{
    public static ScriptedBackend Reads(this ScriptedBackend script, RegisterSpec register, bool[] word)
    {
        foreach ((ushort port, uint part, PortWidth width) in Parts(register, word))
        {
            script.Reads(port, part, width);
        }

        return script;
    }

    public static ScriptedBackend Writes(this ScriptedBackend script, RegisterSpec register, bool[] word)
    {
        foreach ((ushort port, uint part, PortWidth width) in Parts(register, word))
        {
            script.Writes(port, part, width);
        }

        return script;
    }

    static IEnumerable<(ushort Port, uint Part, PortWidth Width)> Parts(RegisterSpec register, bool[] word) => word.Chunk(32)
        .Select((part, i) => ((ushort)(register.At + (4 * i)), (uint)BitWord.Word(part), (PortWidth)part.Length));
}
