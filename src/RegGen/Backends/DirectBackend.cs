using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports, through ioperm and native stubs. Linux on x64.</summary>
/// <remarks>
/// The system grants ports to single threads. Here they are the process's: each thread takes what the process holds before its first access,
/// and gives up what it holds no more before its next one. Ports that the process had from its start, from the launcher, stay with it.
/// </remarks>
public sealed unsafe class DirectBackend : PortBackend
{
    readonly List<(PortRange Range, bool IsInherited)> _granted = [];
    StubLibrary? _library;
    bool _isDisposed;

    /// <inheritdoc/>
    public override string Name => "direct";

    internal override bool ReachesThisMachine => true;

    internal override NativeStubs? Stubs => _granted.Count == 0 ? null : _library?.Stubs;

    internal override string Means => _granted.Exists(each => each.IsInherited) ? "ports that the process was started with" : "ioperm";

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _library ??= Load(claim);
        int before = _granted.Count;
        foreach (PortRange range in claim.Ranges)
        {
            int error = ProcessGrants.Take(_library, range, out bool inherited);
            if (error != 0)
            {
                GiveBack(before);
                throw GrantRefusal.Of(claim, range, error);
            }

            _granted.Add((range, inherited));
        }
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        long result = In(port, width);
        if (result < 0)
        {
            int error = _library!.Renew();
            result = In(port, width);
            return result >= 0 ? (uint)result : throw Refused(new PortAccess(false, port, width, 0), error);
        }

        return (uint)result;
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        if (Out(port, width, value) < 0)
        {
            int error = _library!.Renew();
            if (Out(port, width, value) < 0)
            {
                throw Refused(new PortAccess(true, port, width, value), error);
            }
        }
    }

    /// <summary>One string instruction for the whole block. Other threads and the collector go on meanwhile.</summary>
    /// <inheritdoc/>
    public override void ReadBlock(ushort port, PortWidth width, Span<byte> values)
    {
        NativeStubs stubs = Granted();
        var ins = width switch
        {
            PortWidth.Bits8 => stubs.Ins8,
            PortWidth.Bits16 => stubs.Ins16,
            PortWidth.Bits32 => stubs.Ins32,
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
        fixed (byte* buffer = values)
        {
            Transfer(ins, new(false, port, width, 0), buffer, values.Length);
        }
    }

    /// <inheritdoc cref="ReadBlock"/>
    public override void WriteBlock(ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        NativeStubs stubs = Granted();
        var outs = width switch
        {
            PortWidth.Bits8 => stubs.Outs8,
            PortWidth.Bits16 => stubs.Outs16,
            PortWidth.Bits32 => stubs.Outs32,
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
        fixed (byte* buffer = values)
        {
            Transfer(outs, new(true, port, width, values.IsEmpty ? 0 : ValueAt(values, 0, (int)width / 8)), buffer, values.Length);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Volatile.Write(ref _isDisposed, true);
            GiveBack(0);
        }

        base.Dispose(disposing);
    }

    internal static StubLibrary Load(PortClaim claim) =>
        Unsuited(claim, OperatingSystem.IsLinux(), RuntimeInformation.ProcessArchitecture) is { } refusal ? throw refusal : StubLibrary.Load(claim);

    /// <summary>The refusal on a system that this way is not for.</summary>
    internal static PortAccessException? Unsuited(PortClaim claim, bool isLinux, Architecture architecture) => (isLinux, architecture) switch
    {
        (false, _) => new(PortRefusal.Unsupported, claim, "only Linux lets a program at its ports without a driver.", "Use the simulated backend here."),
        (_, not Architecture.X64) => new(PortRefusal.Unsupported, claim, $"the stubs are for x64 and this process is {architecture}.",
            "Run an x64 build, or use another backend."),
        _ => null,
    };

    long In(ushort port, PortWidth width)
    {
        NativeStubs stubs = Granted();
        return width switch
        {
            PortWidth.Bits8 => stubs.In8(port),
            PortWidth.Bits16 => stubs.In16(port),
            PortWidth.Bits32 => stubs.In32(port),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
    }

    int Out(ushort port, PortWidth width, uint value)
    {
        NativeStubs stubs = Granted();
        return width switch
        {
            PortWidth.Bits8 => stubs.Out8(port, value),
            PortWidth.Bits16 => stubs.Out16(port, value),
            PortWidth.Bits32 => stubs.Out32(port, value),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
    }

    // A refusal comes before the first unit, so that it may be tried again.
    void Transfer(delegate* unmanaged<ushort, void*, nuint, int> block, PortAccess access, byte* buffer, int bytes)
    {
        nuint count = (nuint)(bytes / ((int)access.Width / 8));
        if (block(access.Port, buffer, count) < 0)
        {
            int error = _library!.Renew();
            if (block(access.Port, buffer, count) < 0)
            {
                throw Refused(access, error);
            }
        }
    }

    // Whoever accessed was past the bus's check when another thread disposed it.
    Exception Refused(PortAccess access, int error) =>
        Volatile.Read(ref _isDisposed) ? new ObjectDisposedException(nameof(PortBus)) : GrantRefusal.Of(access, error);

    NativeStubs Granted() => _library?.Stubs ?? throw new InvalidOperationException("Nothing was granted.");

    void GiveBack(int keep)
    {
        for (int i = _granted.Count - 1; i >= keep; i--)
        {
            if (!_granted[i].IsInherited)
            {
                ProcessGrants.Release(_library!, _granted[i].Range);
            }

            _granted.RemoveAt(i);
        }
    }
}
