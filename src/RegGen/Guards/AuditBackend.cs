using System.Globalization;
using RegGen.Backends;
using RegGen.Tracing;

namespace RegGen.Guards;

/// <summary>Writes down every write before it is done, over any backend: what is in the log was at least tried, and nothing was written that is not in it.</summary>
/// <remarks>
/// <code>
/// 2026-11-28T18:51:49.123456Z   1 COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1
/// 2026-11-28T18:51:49.123502Z   1 COM2.LCR refused: ...
/// </code>
/// The date is in UTC, then comes the managed thread. Each line is in the log before the write is done: after a write that stops the machine, the last
/// line says which it was. A log that cannot be written refuses the write.
/// </remarks>
/// <param name="inner">The backend that does the accesses.</param>
/// <param name="log">Gets the lines, <c>\n</c> behind each; it stays open.</param>
/// <param name="devices">The devices to decode; of others the log shows ports.</param>
public sealed class AuditBackend(PortBackend inner, TextWriter log, params ReadOnlySpan<TracedDevice> devices) : WrappedBackend(inner)
{
    readonly Lock _gate = new();
    readonly FollowedDevices _devices = new(devices);
    readonly TextWriter _log = log ?? throw new ArgumentNullException(nameof(log));

    /// <inheritdoc/>
    public override string Name => $"{Inner.Name}, audited";

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        uint value = base.Read(port, width);
        lock (_gate)
        {
            _devices.Follow(new PortAccess(false, port, width, value));
        }

        return value;
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        lock (_gate)
        {
            TraceLine line = _devices.Follow(new PortAccess(true, port, width, value));
            Note(line.ToString());
            try
            {
                base.Write(port, width, value);
            }
            catch (PortAccessException refused)
            {
                Note($"{line.Place} refused: {refused.Cause}");
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values) => ReadEach(port, width, values);

    /// <inheritdoc/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values) => WriteEach(port, width, values);

    void Note(string text)
    {
        string time = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        _log.Write(string.Create(CultureInfo.InvariantCulture, $"{time} {Environment.CurrentManagedThreadId,3} {text}\n"));
        _log.Flush();
    }
}
