using RegGen.Backends;
using RegGen.Locks;

namespace RegGen.Routes;

/// <summary>How to reach a register that is not simply a port: through a bank, a window, a shadow or several parts.</summary>
/// <remarks>Made once for each device class by generated code. An access through a route takes the route's locks, then the device's gate, and is one program.</remarks>
public abstract class Route
{
    /// <summary>A port as it is: no detour. Registers of a region whose base must be found take it.</summary>
    public static Route Plain { get; } = new PlainRoute();

    private protected Route()
    {
    }

    internal virtual ulong Read(PortDevice device, int address, PortWidth width)
    {
        using LockSet.Hold held = device.LocksOf(Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
            Bits before = Select(ref program);
            Bits read = AppendRead(ref program, address, width);
            Restore(ref program, before);
            program.Run();
            return program.Result(read);
        }
    }

    internal virtual void Write(PortDevice device, int address, PortWidth width, ulong value)
    {
        using LockSet.Hold held = device.LocksOf(Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
            Bits before = Select(ref program);
            AppendWrite(ref program, address, width, new(value));
            Restore(ref program, before);
            program.Run();
        }
    }

    internal virtual void Modify(PortDevice device, int address, PortWidth width, ulong keep, ulong set)
    {
        using LockSet.Hold held = device.LocksOf(Locks, address).Enter(device.Bus);
        lock (device.Gate)
        {
            var program = new PortProgram(device, stackalloc PortOperation[PortProgram.UsualLength], address);
            Bits before = Select(ref program);
            AppendModify(ref program, address, width, keep, set);
            Restore(ref program, before);
            program.Run();
        }
    }

    /// <summary>The locks of the windows on this way: an access takes them before the gate.</summary>
    internal virtual LockSet Locks => LockSet.Empty;

    /// <summary>Where a register is, for messages.</summary>
    internal virtual string Place(PortDevice device, int address) => device.Spell(address);

    /// <summary>Appends what must come before accesses over this route; the answer is handed to <see cref="Restore"/>.</summary>
    internal virtual Bits Select(ref PortProgram program) => default;

    /// <summary>Appends a read.</summary>
    internal abstract Bits AppendRead(ref PortProgram program, int address, PortWidth width);

    /// <summary>Appends a write.</summary>
    internal abstract void AppendWrite(ref PortProgram program, int address, PortWidth width, Bits bits);

    /// <summary>Appends a read and a write that keeps some of its bits.</summary>
    internal virtual void AppendModify(ref PortProgram program, int address, PortWidth width, ulong keep, ulong set) =>
        AppendWrite(ref program, address, width, AppendRecall(ref program, address, width).With(keep, set));

    /// <summary>The register's present value: appends a read, unless it is known.</summary>
    internal virtual Bits AppendRecall(ref PortProgram program, int address, PortWidth width) => AppendRead(ref program, address, width);

    /// <summary>Whether the last written value is remembered.</summary>
    internal virtual bool Remembers => false;

    /// <summary>The last written value, of a route that remembers it.</summary>
    internal virtual ulong LastWritten(PortDevice device, PortWidth width) => throw new NotSupportedException("Nothing is remembered here.");

    /// <summary>Whether it is a plain port, but for the order of its bytes: a block goes through it at once.</summary>
    internal virtual bool IsReversedPort => false;

    /// <summary>Appends what undoes <see cref="Select"/>.</summary>
    internal virtual void Restore(ref PortProgram program, Bits before)
    {
    }
}
