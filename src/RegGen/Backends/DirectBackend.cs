using System.Globalization;
using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports, through ioperm and native stubs. Linux on x64.</summary>
/// <remarks>
/// The system grants ports to a thread and to the threads that it creates afterwards: open the bus before the program starts threads.
/// On any other thread an access throws <see cref="PortRefusal.ThreadNotGranted"/>. Disposing revokes on the thread that disposes.
/// </remarks>
public sealed unsafe class DirectBackend : PortBackend
{
    readonly List<PortRange> _granted = [];
    StubLibrary? _library;

    /// <inheritdoc/>
    public override string Name => "direct";

    /// <inheritdoc/>
    protected internal override bool IsShared => true;

    internal override NativeStubs? Stubs => _granted.Count == 0 ? null : _library?.Stubs;

    /// <inheritdoc/>
    public override void Grant(PortClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        _library ??= Load(claim);
        int before = _granted.Count;
        foreach (PortRange range in claim.Ranges)
        {
            int error = ThreadGrants.Take(_library, range);
            if (error != 0)
            {
                GiveBack(before);
                throw GrantRefusal.Of(claim, range, error);
            }

            _granted.Add(range);
        }
    }

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width)
    {
        NativeStubs stubs = Granted();
        long result = width switch
        {
            PortWidth.Bits8 => stubs.In8(port),
            PortWidth.Bits16 => stubs.In16(port),
            PortWidth.Bits32 => stubs.In32(port),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
        return result >= 0 ? (uint)result : throw Refused(new(false, port, width, 0));
    }

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value)
    {
        NativeStubs stubs = Granted();
        int result = width switch
        {
            PortWidth.Bits8 => stubs.Out8(port, value),
            PortWidth.Bits16 => stubs.Out16(port, value),
            PortWidth.Bits32 => stubs.Out32(port, value),
            _ => throw new ArgumentOutOfRangeException(nameof(width)),
        };
        if (result < 0)
        {
            throw Refused(new(true, port, width, value));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack(0);
        }

        base.Dispose(disposing);
    }

    static StubLibrary Load(PortClaim claim)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PortAccessException(PortRefusal.Unsupported, claim, "only Linux lets a program at its ports without a driver.",
                "Use the simulated backend here.");
        }

        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            throw new PortAccessException(PortRefusal.Unsupported, claim,
                $"the stubs are for x64 and this process is {RuntimeInformation.ProcessArchitecture}.", "Run an x64 build, or use the simulated backend.");
        }

        return StubLibrary.Load(claim);
    }

    static PortAccessException Refused(PortAccess access) => new(PortRefusal.ThreadNotGranted, access,
        string.Create(CultureInfo.InvariantCulture, $"thread {Environment.CurrentManagedThreadId} has no grant, because the system grants ports to single threads."),
        "Open the bus before the program starts threads: threads started afterwards have the grant too.");

    NativeStubs Granted() => _library?.Stubs ?? throw new InvalidOperationException("Nothing was granted.");

    void GiveBack(int keep)
    {
        for (int i = _granted.Count - 1; i >= keep; i--)
        {
            ThreadGrants.Release(_library!, _granted[i]);
            _granted.RemoveAt(i);
        }
    }
}
