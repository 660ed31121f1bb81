using RegGen.Backends;
using RegGen.Routes;

namespace RegGen.Steps;

/// <summary>The register that a step accesses.</summary>
/// <param name="Route">How to reach it, or null for a plain port.</param>
/// <param name="Address">Its offset from the device's base, or its index in a window.</param>
/// <param name="Width">Its width.</param>
public readonly record struct StepPlace(Route? Route, int Address, PortWidth Width)
{
    internal Route Way => Route ?? RegGen.Routes.Route.Plain;

    internal ulong Read(PortDevice device) => Way.Read(device, Address, Width);

    internal void Write(PortDevice device, ulong value) => Way.Write(device, Address, Width, value);

    internal Bits AppendRead(ref PortProgram program)
    {
        int first = program.Count;
        Bits before = Way.Select(ref program);
        Bits read = Way.AppendRead(ref program, Address, Width);
        Way.Restore(ref program, before);
        program.Leave(first);
        return read;
    }

    /// <summary>The present value: appends a read, unless it is known.</summary>
    internal Bits AppendRecall(ref PortProgram program)
    {
        Bits before = Way.Select(ref program);
        Bits word = Way.AppendRecall(ref program, Address, Width);
        Way.Restore(ref program, before);
        return word;
    }
}
