using RegGen.Metadata;
using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>Each register's recorded accesses on their own.</summary>
sealed class RegisterReplay : Replaying
{
    readonly PortRecording _recording;
    readonly FollowedDevices _devices;
    readonly Dictionary<string, RecordedRegister> _registers = [];
    readonly HashSet<string> _selecting;
    int _done;

    public RegisterReplay(PortRecording recording, ReadOnlySpan<TracedDevice> devices)
    {
        (_recording, _devices) = (recording, new(devices));
        _selecting = [];
        foreach (TracedDevice device in devices)
        {
            _selecting.UnionWith(SelectingBits.Of(device.Map).Keys.Select(register => $"{device.Name}.{register}"));
        }

        var before = new FollowedDevices(devices);
        foreach (RecordedAccess recorded in recording.Accesses)
        {
            string register = before.Follow(recorded.Access).Place;
            if (!_registers.TryGetValue(register, out RecordedRegister? known))
            {
                _registers.Add(register, known = new(recorded.Access.Width));
            }

            known.Add(recorded);
        }
    }

    public override int Remaining => 0;

    public override RecordedAccess? Take(PortAccess access)
    {
        // Which register it is depends on what was selected before, never on the value of a read.
        string register = _devices.Find(access).Place;
        _registers.TryGetValue(register, out RecordedRegister? known);
        RecordedAccess? recorded = known?.Take(access);
        if (recorded is null && _selecting.Contains(register))
        {
            recorded = known?.Selects(access) ?? (access.IsWrite ? new RecordedAccess(access) : null);
        }

        if (recorded is not null)
        {
            _devices.Follow(recorded.Access);
            _done++;
        }

        return recorded;
    }

    public override ReplayException Differ(PortAccess access)
    {
        string register = _devices.Find(access).Place;
        string what = !_registers.TryGetValue(register, out RecordedRegister? known) ? "the recording has no access of it"
            : access.IsWrite ? known.Written.Count == 0 ? "it was never written in the recording" : $"in the recording it was written {string.Join(", ", known.Written)}"
            : "it was never read in the recording";
        return new(_done + 1, null, FormattableString.Invariant($"{_recording.File}: access {_done + 1} of the program, {Spell(access, register)}: {what}."));
    }

    public override ReplayException? Left() => null;
}
