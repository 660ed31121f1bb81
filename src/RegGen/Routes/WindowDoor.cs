using System.ComponentModel;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>What lets a window in, or unlocks writes: the steps before and after, and the lock that is held meanwhile. Made by generated code.</summary>
/// <param name="slot">Where a device notes that it is open. Windows that share an index register share a door.</param>
/// <param name="enter">The steps before, or null.</param>
/// <param name="exit">The steps after, or null.</param>
/// <param name="name">Name of the lock, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WindowDoor(int slot, StepList? enter = null, StepList? exit = null, string? name = null)
{
    /// <summary>The lock, and those on the way of the steps.</summary>
    internal LockSet Locks { get; } = LockSet.Of(LockSet.Of(name), enter?.Locks, exit?.Locks);

    internal ulong Bit => 1ul << slot;

    internal void AppendEnter(ref PortProgram program) => enter?.Append(ref program);

    internal void AppendExit(ref PortProgram program) => exit?.Append(ref program);

    /// <summary>Runs the steps of one side as a program of their own.</summary>
    internal void Run(PortDevice device, bool entering) => (entering ? enter : exit)?.Run(device);
}
