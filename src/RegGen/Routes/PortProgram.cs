using System.Runtime.CompilerServices;
using RegGen.Backends;
using RegGen.Locks;
using RegGen.Steps;

namespace RegGen.Routes;

/// <summary>Collects the operations of one compound access, then runs them in one go.</summary>
/// <param name="device">The device.</param>
/// <param name="room">Room for usual programs; a longer one moves to room of its own.</param>
/// <param name="about">The address that was asked for. Behind a window with parameters, all else that is accessed there is of the same set.</param>
ref struct PortProgram(PortDevice device, Span<PortOperation> room, int about = 0)
{
    /// <summary>Room for an access to two parts, each behind a bank that is selected and restored.</summary>
    public const int UsualLength = 16;

    Span<PortOperation> _room = room;
    List<ILate>? _polls;
    List<(WindowDoor Door, int First)>? _doors;
    SavedBits _saved;
    int _depth;

    // How long the device needs after each access that is appended just now, and after the last one that was.
    TimeSpan _recovery, _unready;

    public PortDevice Device { get; } = device;

    /// <summary>The address that was asked for.</summary>
    public int About { get; } = about;

    /// <summary>The operations so far.</summary>
    public readonly PortOperation[] Operations => [.. _room[..Count]];

    /// <summary>Number of operations; the index of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>Reads; the answer stands for what will be read. 64 bits are two reads, the low half first.</summary>
    public Bits In(int address, PortWidth width)
    {
        if (width == PortWidth.Bits64)
        {
            Bits low = In(address, PortWidth.Bits32);
            return Or(low, In(address + 4, PortWidth.Bits32).Up(32));
        }

        Add(PortOperation.In(Device.PortOf(address), width));
        return Bits.Of(Count - 1);
    }

    /// <summary>Writes; a slot other than -1 remembers what was written. 64 bits are two writes, the low half first.</summary>
    public void Out(int address, PortWidth width, Bits bits, int slot = -1)
    {
        if (width == PortWidth.Bits64)
        {
            Add(Put(address, PortWidth.Bits32, bits.Down(0, uint.MaxValue)) with { Remember = slot + 1 });
            Add(Put(address + 4, PortWidth.Bits32, bits.Down(32, uint.MaxValue)) with { Remember = slot + 1, RemembersHigh = true });
            return;
        }

        Add(Put(address, width, bits) with { Remember = slot + 1 });
    }

    /// <summary>Enters a window for the rest of the program, unless it is open.</summary>
    public void Enter(WindowDoor? door)
    {
        if (door is null || (Device.OpenDoors & door.Bit) != 0 || (_doors is not null && _doors.Exists(open => open.Door == door)))
        {
            return;
        }

        (_doors ??= []).Add((door, Count));
        door.AppendEnter(ref this);
    }

    /// <summary>Keeps what a selector held until the matching <see cref="Saved"/>: banks inside banks come back in the reverse order.</summary>
    public void Save(Bits before) => _saved[_depth++] = before;

    /// <summary>What was kept last.</summary>
    public Bits Saved() => _saved[--_depth];

    /// <summary>Two words in one; no bit is in both.</summary>
    public Bits Or(Bits one, Bits other)
    {
        if (one.From < 0 || other.From < 0)
        {
            Bits taking = one.From < 0 ? other : one;
            return taking with { Value = one.Value | other.Value };
        }

        if (one.From == other.From && one.Shift == other.Shift)
        {
            return one with { Value = one.Value | other.Value, Keep = one.Keep | other.Keep };
        }

        other = Whole(other);
        Add(PortOperation.Combine(one.Value, one.From, one.Keep, one.Shift, other.From));
        return Bits.Of(Count - 1);
    }

    /// <summary>A word with its bytes in the reverse order.</summary>
    public Bits Reverse(Bits bits, PortWidth width)
    {
        if (bits.From < 0)
        {
            return new(ByteOrder.Reverse(bits.Value, width));
        }

        Bits whole = new(0);
        for (int shift = 0; shift < (int)width; shift += 8)
        {
            whole = Or(bits.Down(shift, 0xFF).Up((int)width - 8 - shift), whole);
        }

        return whole;
    }

    /// <summary>Appends any operation.</summary>
    public void Add(PortOperation operation)
    {
        if (operation.Kind == PortOperationKind.Delay)
        {
            _unready -= operation.Time;
        }
        else if (operation.Kind != PortOperationKind.Combine)
        {
            // Also before a branch, behind which there may be an access.
            Settle();
        }

        if (Count == _room.Length)
        {
            var larger = new PortOperation[Math.Max(UsualLength, 2 * Count)];
            _room.CopyTo(larger);
            _room = larger;
        }

        _room[Count++] = operation;
        if (operation.IsAccess)
        {
            _unready = _recovery;
        }
    }

    /// <summary>The device needs at least so long after each access that is appended until <see cref="EndRecover"/>.</summary>
    /// <returns>What it needed before.</returns>
    public TimeSpan Recover(TimeSpan time)
    {
        TimeSpan around = _recovery;
        _recovery = time > around ? time : around;
        return around;
    }

    /// <summary>The accesses behind need as long as they did before <see cref="Recover"/>.</summary>
    public void EndRecover(TimeSpan around) => _recovery = around;

    /// <summary>Appends what is to be waited for before the next access.</summary>
    public void Settle()
    {
        TimeSpan left = _unready;
        _unready = default;
        if (left > TimeSpan.Zero)
        {
            Add(PortOperation.Delay(left));
            _unready = default;
        }
    }

    /// <summary>The word as the result of one operation.</summary>
    public Bits Whole(Bits bits)
    {
        if (bits is { From: >= 0, Value: 0, Shift: 0, Keep: ulong.MaxValue })
        {
            return bits;
        }

        Add(PortOperation.Combine(bits.Value, bits.From, bits.Keep, bits.Shift));
        return Bits.Of(Count - 1);
    }

    /// <summary>Appends the branch backwards of a poll.</summary>
    public void Add(PortOperation operation, ILate poll)
    {
        (_polls ??= []).Add(poll);
        Add(operation with { Poll = _polls.Count });
    }

    /// <summary>Lets a branch go to what is appended next.</summary>
    public readonly void Aim(int branch) => _room[branch].Target = Count;

    /// <summary>Leaves the program if a poll was late; what must be undone before is appended between <see cref="Land"/> and here.</summary>
    /// <param name="from">Index of the first operation that may be such a poll.</param>
    public void Leave(int from)
    {
        for (int i = from, end = Count; i < end; i++)
        {
            if (_room[i].Poll > 0)
            {
                Add(PortOperation.Branch(PortOperation.End, i, keep: 1, value: 1));
            }
        }
    }

    /// <summary>What is appended next runs also when a poll before was late.</summary>
    /// <param name="from">Index of the first operation that may leave the program.</param>
    public readonly void Land(int from)
    {
        foreach (ref PortOperation operation in _room[from..Count])
        {
            if (operation is { Kind: PortOperationKind.Branch, Target: PortOperation.End })
            {
                operation.Target = Count;
            }
        }
    }

    /// <summary>Runs the program. Only what was really written is remembered.</summary>
    /// <exception cref="TimeoutException">A poll was late; what had to be undone has been.</exception>
    public void Run()
    {
        if (_doors is not { } doors)
        {
            ProgramRun.Run(Device, _room[..Count], _polls, _unready);
            return;
        }

        // What must be undone is undone also when a poll was late.
        int inside = Count;
        Land(0);
        LockSet shared = LockSet.Empty;
        for (int i = doors.Count - 1; i >= 0; i--)
        {
            WindowDoor door = doors[i].Door;
            door.AppendExit(ref this);
            shared = shared.With(door.Locks);
        }

        // Held already, but where a region was looked for on the way.
        using LockSet.Hold held = shared.Enter(Device.Bus);
        try
        {
            ProgramRun.Run(Device, _room[..Count], _polls, _unready);
        }
        catch (PortAccessException)
        {
            ProgramRun.Leave(Device, _room[..Count], doors, inside);
            throw;
        }
    }

    /// <summary>The value of some bits, once the program has run.</summary>
    public readonly ulong Result(Bits bits)
    {
        ulong taken = bits.From < 0 ? 0 : _room[bits.From].Result;
        return bits.Value | ((bits.Shift < 0 ? taken << -bits.Shift : taken >> bits.Shift) & bits.Keep);
    }

    readonly PortOperation Put(int address, PortWidth width, Bits bits) =>
        PortOperation.Out(Device.PortOf(address), width, bits.Value, bits.From, bits.Keep, bits.Shift);

    // The compiler refuses banks that are nested deeper.
    [InlineArray(8)]
    struct SavedBits
    {
        Bits _first;
    }
}
