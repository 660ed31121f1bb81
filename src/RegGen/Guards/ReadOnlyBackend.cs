using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Tracing;

namespace RegGen.Guards;

/// <summary>Lets reads through and refuses writes, over any backend: what a driver would change, it cannot.</summary>
/// <remarks>
/// <example>
/// <code>
/// var rtc = new TracedDevice("RTC", Mc146818.Map, 0x70);
/// using var clock = Mc146818.Open(new ReadOnlyBackend(PortBackend.ForThisMachine(), rtc));
/// clock.Cmos.Seconds.Read();                  // writes the index, and reads
/// clock.Cmos.Seconds.Write(0);                // throws PortAccessException: ReadOnly
/// </code>
/// </example>
/// Of devices that are named, writes that only choose what is reached go through, since reading needs them: those that change no bits but the index's
/// of a window or the selecting ones of a bank, and the keys of a window. Of other devices, every write is refused. A compound access is refused
/// as a whole, before its first write, so that no bank stays selected. Reads that have an effect, such as taking a character from a queue, go
/// through too unless <see cref="RefusesReadEffects"/>. Where no device is named, RegGen's kernel driver is asked for reading alone.
/// </remarks>
/// <param name="inner">The backend that does the reads.</param>
/// <param name="devices">The devices that may be selected in.</param>
public sealed class ReadOnlyBackend(PortBackend inner, params ReadOnlySpan<TracedDevice> devices) : WrappedBackend(Told(inner, devices.IsEmpty))
{
    readonly Lock _gate = new();
    readonly TracedDevice[] _named = [.. devices];
    readonly FollowedDevices _devices = new(devices);

    /// <inheritdoc/>
    public override string Name => $"{Inner.Name}, read-only";

    /// <summary>Whether reads that change something are refused too: that clear or set bits, or take from a queue.</summary>
    public bool RefusesReadEffects { get; init; }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        var access = new PortAccess(false, port, width, 0);
        lock (_gate)
        {
            RequireHarmless(_devices, access);
            uint value = base.Read(port, width);
            _devices.Follow(access with { Value = value });
            return value;
        }
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        var access = new PortAccess(true, port, width, value);
        lock (_gate)
        {
            RequireHarmless(_devices, access);
            base.Write(port, width, value);
            _devices.Follow(access);
        }
    }

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values) => ReadEach(port, width, values);

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values) => WriteEach(port, width, values);

    /// <inheritdoc/>
    public override void Run(Span<PortOperation> program)
    {
        lock (_gate)
        {
            Foresee(program);
            base.Run(program);
        }
    }

    static PortBackend Told(PortBackend inner, bool onlyReads)
    {
        inner?.OnlyReads |= onlyReads;
        return inner!;
    }

    // A dry run: a read answers what is known of its register.
    void Foresee(ReadOnlySpan<PortOperation> program)
    {
        PortOperation[] foreseen = program.ToArray();
        FollowedDevices devices = _devices.Copy();
        for (int i = 0; i < foreseen.Length; i++)
        {
            ref PortOperation operation = ref foreseen[i];
            bool computes = operation.Kind is PortOperationKind.Out or PortOperationKind.Combine;
            uint value = operation.Kind == PortOperationKind.In ? devices.Expected(operation.Port, operation.Width) : 0;
            operation.Result = computes ? operation.ValueIn(foreseen) : value;
            if (operation.IsAccess)
            {
                var access = new PortAccess(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Result);
                RequireHarmless(devices, access);
                devices.Follow(access);
            }
        }
    }

    void RequireHarmless(FollowedDevices devices, PortAccess access)
    {
        (TracedDevice? device, DecodedRegister? register, string place) = devices.Find(access);
        if (access.IsWrite && !(device is not null && register is not null && devices.OnlySelects(device, register, access)))
        {
            throw new PortAccessException(PortRefusal.ReadOnly, access, $"The bus is read-only, and this would write {access.SpellValue()} to {place}.",
                device is null && _named.Length > 0 ? "Name the device of the port where the read-only backend is made, if the write only selects what is read." : "Open the bus without the read-only backend to write.");
        }

        if (!access.IsWrite && RefusesReadEffects && register?.Map is { } map && Effect(map, register.Reached((int)access.Width)) is { } effect)
        {
            throw new PortAccessException(PortRefusal.ReadOnly, access, $"The bus refuses reads that change something, and reading {place} {effect}.",
                "Read another register, or allow such reads.");
        }
    }

    static string? Effect(RegisterMap map, ulong reached)
    {
        ReadEffect[] effects = [.. map.Fields.Where(field => (field.Mask & reached) != 0).Select(field => field.Access.Read).Append(map.Access.Read)];
        return map.IsFifo || effects.Contains(ReadEffect.Pop) ? "takes from a queue"
            : effects.Contains(ReadEffect.Clear) ? "clears bits"
            : effects.Contains(ReadEffect.Set) ? "sets bits"
            : null;
    }
}
