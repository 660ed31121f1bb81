using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Differential.Tests;

/// <summary>A simulated device on its way through a program: what is legal now, and what answers.</summary>
sealed class Session : IDisposable
{
    readonly DevicePlan _plan;
    readonly SimulatedBackend _backend = new();
    readonly Follower _follower;
    readonly HashSet<string> _selectors;
    readonly HashSet<int> _commands;

    public Session(DevicePlan plan, PortBackend qemu)
    {
        _plan = plan;
        _commands = [.. plan.Map.Registers.Where(register => register.Fields.Any(field => field.Constant is not null)).Select(register => plan.Base + register.PlaceFor(isWrite: true).Address)];
        _selectors = Follower.SelectorsOf(plan.Map);
        Device = _backend.Add(plan.Map, plan.Base);
        plan.SetUp(Device, qemu);
        _follower = new(plan.Map, plan.Base, Device);
    }

    public SimulatedDevice Device { get; }

    /// <summary>The limits that kept something from being done.</summary>
    public HashSet<Limit> Used { get; } = [];

    /// <summary>The access as a legal program does it, and what answers it; null if it does not do it.</summary>
    public (RawAccess Access, IReadOnlyList<DecodedRegister> Found)? Legal(RawAccess access)
    {
        if (_follower.Find(access) is { Map: not null } found)
        {
            return Allowed(access, found) is { } value && access with { Value = value } is var legal && (value == access.Value || _follower.Find(legal)?.Name == found.Name)
                ? (legal, [found])
                : null;
        }

        // What can only be read ignores writes; where commands stand, only these are written.
        if (access is { IsWrite: true, Width: 8 } && !_commands.Contains(access.Port) && _follower.Find(access with { IsWrite = false }) is { Map: not null } readOnly)
        {
            return (access, [readOnly with { Map = null }]);
        }

        if (access is { IsWrite: false, Width: > 8 } && access.Port % (access.Width / 8) == 0 && _plan.Unanswered(access.Port))
        {
            return (access, []);
        }

        if (!_plan.IsSplit || _follower.Split(access) is not { Count: > 0 } lanes)
        {
            return null;
        }

        uint whole = 0;
        List<DecodedRegister> parts = [];
        for (int i = 0; i < lanes.Count; i++)
        {
            // Between its bytes the device changes: what a difference depends on is then not known, nor what answers.
            if (_follower.Find(lanes[i]) is not { Map: not null } part || Allowed(lanes[i], part) is not { } value
                || _plan.Differences.Any(known => known.When is not null && Fits(known.Register, Follower.PlainName(part)))
                || (access.IsWrite && i < lanes.Count - 1 && _selectors.Contains(part.Name)))
            {
                return null;
            }

            parts.Add(part);
            whole |= value << (8 * i);
        }

        return (access with { Value = whole }, parts);
    }

    /// <summary>Makes an access on the simulator.</summary>
    public Step Do(RawAccess access, IReadOnlyList<DecodedRegister> found)
    {
        bool isSplit = found.Count > 1;
        List<(Difference, uint)> excused = [];
        for (int i = 0; i < found.Count && !access.IsWrite; i++)
        {
            Excuse(found[i], isSplit ? 8 : access.Width, isSplit ? 8 * i : 0, excused);
        }

        RegisterMap? known = found is [{ } only] ? only.Map : null;
        uint answer = access.Value;
        if (access.IsWrite)
        {
            _backend.Write(access.Port, (PortWidth)access.Width, access.Value);
        }
        else
        {
            answer = _backend.Read(access.Port, (PortWidth)access.Width);
        }

        for (int i = 0; i < found.Count; i++)
        {
            _follower.Follow(found[i], isSplit ? new((ushort)(access.Port + i), 8, access.IsWrite, (access.Value >> (8 * i)) & 0xFF) : access);
        }

        return new(access, found.Count == 0 ? "nobody" : string.Join('+', found.Select(part => part.Name)), Text, answer, excused);

        string Text(uint value) => known is null || known.Width != access.Width ? $"0x{value.ToString($"X{access.Width / 4}")}" : known.Describe(found[0].Turned(value, access.Width), access.IsWrite);
    }

    public void Dispose() => _backend.Dispose();

    void Excuse(DecodedRegister found, int width, int lane, List<(Difference, uint)> excused)
    {
        string name = Follower.PlainName(found);
        foreach (Difference known in _plan.Differences)
        {
            ulong bits = (known.Bits & found.Reached(width)) >> found.Shift;
            if (bits != 0 && Fits(known.Register, name) && known.When?.Invoke(Device) != false)
            {
                excused.Add((known, found.Turned((uint)bits, width) << lane));
            }
        }
    }

    uint? Allowed(RawAccess access, DecodedRegister found)
    {
        string name = Follower.PlainName(found);
        uint value = access.Value;
        foreach (Limit limit in _plan.Limits)
        {
            if (!Fits(limit.Register, name) || limit.While?.Invoke(Device) == false)
            {
                continue;
            }

            if (access.IsWrite ? limit.NeverWritten : limit.NeverRead)
            {
                Used.Add(limit);
                return null;
            }

            if (access.IsWrite && limit.Write is { } legal && legal(Device, value) is var allowed && allowed != value)
            {
                Used.Add(limit);
                if (allowed is null)
                {
                    return null;
                }

                value = allowed.Value;
            }
        }

        return value;
    }

    static bool Fits(string pattern, string name) => pattern.Split('|').Contains(name);
}
