using RegGen.Backends;
using RegGen.Claims;
using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>A recorded session in place of the hardware: reads answer what was read then.</summary>
/// <remarks>
/// Claims are granted for ports that were recorded. The clock is the recording's: it stands at the access that was replayed last, so that a
/// poll that was late then is late now. After the first divergence every further access, and <see cref="Finish"/>, throws it again, so that code
/// which swallows exceptions does not hide it. Accesses may come from several threads; <see cref="ReplayMode.Strict"/> then needs them in the recorded order.
/// </remarks>
public sealed class ReplayBackend : TestBackend
{
    readonly Lock _gate = new();
    readonly PortRecording _recording;
    readonly Replaying _replaying;
    readonly RecordedClock _clock = new();
    ReplayException? _divergence;

    /// <summary>Replays a recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="mode">How exactly the program has to repeat it.</param>
    /// <param name="devices">
    /// The devices, to tell registers apart that share a port, and for messages; under the names of the recording. Their descriptions must be those
    /// that it was recorded with. Without devices, ports are told apart by number, width and direction alone.
    /// </param>
    /// <exception cref="ArgumentException">A device is not the recorded one: its name, place or description differs; the message says how.</exception>
    public ReplayBackend(PortRecording recording, ReplayMode mode = ReplayMode.Strict, params ReadOnlySpan<TracedDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(recording);
        foreach (TracedDevice device in devices)
        {
            Require(recording, device);
        }

        _recording = recording;
        _replaying = mode == ReplayMode.Strict ? new StrictReplay(recording, new(devices)) : new RegisterReplay(recording, devices);
    }

    /// <inheritdoc/>
    public override string Name => "replay";

    /// <summary>Number of recorded accesses that have not been repeated. By register, 0.</summary>
    public int Remaining
    {
        get
        {
            lock (_gate)
            {
                return _replaying.Remaining;
            }
        }
    }

    /// <inheritdoc/>
    protected internal override TimeSpan Now => _clock.Now;

    /// <summary>Checks that the whole recording was repeated.</summary>
    /// <exception cref="ReplayException">Accesses are left over, or the program diverged before.</exception>
    public void Finish()
    {
        lock (_gate)
        {
            if ((_divergence ??= _replaying.Left()) is { } divergence)
            {
                throw divergence;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PortAccessException">A port of the claim was not recorded.</exception>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        foreach (PortRange range in claim.Ranges)
        {
            if (!_recording.Header.Ports.Any(recorded => recorded.Contains(range)))
            {
                throw new PortAccessException(PortRefusal.NotGranted, claim, $"{_recording.File} is a recording of {string.Join(", ", _recording.Header.Ports)}, and {range} is not among them.",
                    "Replay a recording of this device at this base, or record it.");
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ReplayException">The recording has another access here.</exception>
    public override uint Read(ushort port, PortWidth width) => Take(new(false, port, width, 0));

    /// <inheritdoc/>
    /// <exception cref="ReplayException">The recording has another access here.</exception>
    public override void Write(ushort port, PortWidth width, uint value) => Take(new(true, port, width, value));

    // The recorded time of the next access has in it what was waited for before.
    internal override void Turn()
    {
    }

    /// <inheritdoc/>
    protected internal override void Pause(TimeSpan time)
    {
        base.Pause(time);
        _clock.Pass(time);
    }

    uint Take(PortAccess access)
    {
        lock (_gate)
        {
            if (_divergence is not null)
            {
                throw _divergence;
            }

            if (_replaying.Take(access) is not { } recorded)
            {
                throw _divergence = _replaying.Differ(access);
            }

            _clock.Access(recorded.Time);
            return recorded.Access.Value;
        }
    }

    static void Require(PortRecording recording, TracedDevice device)
    {
        RecordedDevice? known = recording.Header.Devices.FirstOrDefault(known => known.Name == device.Name);
        if (known is null)
        {
            // A recording without names may be read with any.
            string names = string.Join(", ", recording.Header.Devices.Select(known => known.Name));
            if (names.Length > 0)
            {
                throw new ArgumentException($"{recording.File} has no device {device.Name}; it has {names}.", nameof(device));
            }

            return;
        }

        RecordedDevice given = RecordedDevice.Of(device);
        if (given != known)
        {
            string difference = given.Device != known.Device ? $"a {known.Device}, not a {given.Device}"
                : given.Port != known.Port ? $"at 0x{known.Port:X}, not at 0x{given.Port:X}"
                : "of another description: registers or fields have changed since. Record the session again, or replay it without naming the device";
            throw new ArgumentException($"{device.Name} of {recording.File} is {difference}.", nameof(device));
        }
    }
}
