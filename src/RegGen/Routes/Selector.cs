using System.Numerics;
using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>The field that chooses a bank, or the index field of a window: where it is and how to change it alone.</summary>
/// <param name="Address">Offset of its register from the device's base.</param>
/// <param name="Width">Width of its register.</param>
/// <param name="Mask">The field's bits.</param>
/// <param name="Preserved">Bits of the register that a change carries over.</param>
/// <param name="Inert">What the remaining bits are written with.</param>
/// <param name="Route">How to reach the register, or null for a plain port.</param>
public sealed record Selector(int Address, PortWidth Width, ulong Mask, ulong Preserved, ulong Inert, Route? Route = null)
{
    Route Way => Route ?? Routes.Route.Plain;

    /// <summary>The locks on the way to it.</summary>
    internal LockSet Locks => Way.Locks;

    /// <summary>Position of the field.</summary>
    internal int Shift { get; } = BitOperations.TrailingZeroCount(Mask);

    /// <summary>What the field holds, in place: read, or known from what was written.</summary>
    internal ulong Recall(PortDevice device)
    {
        var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength]);
        Bits before = Way.Select(ref program);
        Bits word = Way.AppendRecall(ref program, Address, Width);
        Way.Restore(ref program, before);
        program.Run();
        return program.Result(word) & Mask;
    }

    /// <summary>Appends the writing of <paramref name="field"/> into the field alone; the answer is the register's value before.</summary>
    /// <param name="program">The program to append to.</param>
    /// <param name="field">The field's new bits, in place.</param>
    /// <param name="recall">Whether the old value is wanted even if choosing does not need it.</param>
    internal Bits AppendChoose(ref PortProgram program, ulong field, bool recall)
    {
        ulong kept = Preserved & ~Mask;
        Bits around = Way.Select(ref program);
        Bits before = recall || kept != 0 ? Way.AppendRecall(ref program, Address, Width) : default;
        Way.AppendWrite(ref program, Address, Width, before.With(kept, (Inert & ~Preserved & ~Mask) | field));
        Way.Restore(ref program, around);
        return before;
    }

    /// <summary>Appends the writing of the value before, with the field as it was or with another content.</summary>
    internal void AppendRestore(ref PortProgram program, Bits before, ulong? field)
    {
        ulong kept = field is null ? Preserved | Mask : Preserved & ~Mask;
        Bits around = Way.Select(ref program);
        Way.AppendWrite(ref program, Address, Width, before.With(kept, (Inert & ~Preserved & ~Mask) | (field ?? 0)));
        Way.Restore(ref program, around);
    }
}
