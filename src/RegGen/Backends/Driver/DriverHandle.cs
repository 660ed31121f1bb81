using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RegGen.Claims;

namespace RegGen.Backends.Driver;

/// <summary>What this process may touch by the driver: claims, and programs that run inside them. From any thread, one after the other.</summary>
sealed class DriverHandle : IDisposable
{
    const int UsualRoom = 1024;

    readonly Lock _gate = new();
    readonly DriverChannel _channel;
    bool _isDisposed;

    DriverHandle(DriverChannel channel) => _channel = channel;

    /// <summary>Where the driver is found.</summary>
    public string Place => _channel.Place;

    /// <summary>What the driver can do.</summary>
    public DriverFeatures Features { get; private set; }

    /// <summary>Programs that the driver was sent.</summary>
    public long Programs { get; private set; }

    /// <summary>Takes a channel over, if the driver behind it speaks our version.</summary>
    /// <exception cref="PortAccessException">It does not.</exception>
    public static DriverHandle Over(DriverChannel channel)
    {
        DriverHandle handle = new(channel);
        try
        {
            handle.Query();
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Claims ports, all of them or none.</summary>
    /// <param name="claim">The ports.</param>
    /// <param name="onlyReads">Whether nothing will be written there.</param>
    /// <exception cref="PortAccessException">The driver refused.</exception>
    public void Claim(PortClaim claim, bool onlyReads = false)
    {
        if (claim.Ranges.Count > Features.MostRanges)
        {
            throw DriverRefusal.Of(claim, DriverStatus.Count, null);
        }

        int size = Unsafe.SizeOf<DriverClaim>() + (claim.Ranges.Count * Unsafe.SizeOf<DriverRange>());
        Span<byte> buffer = MemoryMarshal.AsBytes(stackalloc ulong[Math.Max(size, DriverChannel.LeastRoom) / sizeof(ulong)]);
        buffer.Clear();
        As<DriverClaim>(buffer) = new() { Header = Header(size), Count = (uint)claim.Ranges.Count };
        Span<DriverRange> ranges = MemoryMarshal.Cast<byte, DriverRange>(buffer[Unsafe.SizeOf<DriverClaim>()..size]);
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = new()
            {
                First = claim.Ranges[i].First,
                Last = claim.Ranges[i].Last,
                Widths = 1 | 2 | 4,
                Access = onlyReads ? DriverAbi.AccessRead : (byte)(DriverAbi.AccessRead | DriverAbi.AccessWrite),
                Sharing = claim.SharedWith.Count > 0 ? DriverAbi.SharingShared : DriverAbi.SharingNone,
            };
        }

        int error = Exchange(DriverAbi.Claim, buffer, size);
        DriverAnswer answer = As<DriverAnswer>(buffer);
        if (error != 0)
        {
            throw DriverRefusal.Of(Place, error);
        }

        if (answer.Status != DriverStatus.Ok)
        {
            throw DriverRefusal.Of(claim, answer.Status, answer.Index < claim.Ranges.Count ? claim.Ranges[(int)answer.Index] : null, onlyReads);
        }
    }

    /// <summary>Sets the whole policy. For administrators.</summary>
    /// <returns>What the driver makes of it.</returns>
    /// <exception cref="PortAccessException">The system refused.</exception>
    public DriverAnswer SetPolicy(ReadOnlySpan<DriverEntry> entries)
    {
        byte[] request = PolicyBytes(entries);
        byte[] buffer = new byte[Math.Max(request.Length, DriverChannel.LeastRoom)];
        request.CopyTo(buffer, 0);
        int error = Exchange(DriverAbi.Policy, buffer, request.Length);
        return error == 0 ? As<DriverAnswer>(buffer) : throw DriverRefusal.OfPolicy(Place, error);
    }

    /// <summary>A policy as the driver is sent it, and as the Windows driver finds it in the registry.</summary>
    public static byte[] PolicyBytes(ReadOnlySpan<DriverEntry> entries)
    {
        int head = Unsafe.SizeOf<DriverPolicy>();
        byte[] request = new byte[head + (entries.Length * Unsafe.SizeOf<DriverEntry>())];
        As<DriverPolicy>(request) = new() { Header = Header(request.Length), Count = (uint)entries.Length };
        MemoryMarshal.AsBytes(entries).CopyTo(request.AsSpan(head));
        return request;
    }

    /// <summary>Runs a program in one transition.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="data">What its blocks write, and read.</param>
    /// <param name="results">One for each operation.</param>
    /// <param name="outcome">What became of it.</param>
    /// <returns>0, or the system's number of what went wrong: then nothing is known of the program.</returns>
    public int Run(ReadOnlySpan<DriverOperation> operations, Span<byte> data, Span<DriverResult> results, out DriverOutcome outcome)
    {
        int head = Unsafe.SizeOf<DriverProgram>() + (operations.Length * Unsafe.SizeOf<DriverOperation>());
        int size = head + data.Length;
        byte[]? rented = size <= UsualRoom ? null : ArrayPool<byte>.Shared.Rent(size);
        Span<byte> buffer = rented is null ? MemoryMarshal.AsBytes(stackalloc ulong[UsualRoom / sizeof(ulong)])[..size] : rented.AsSpan(0, size);
        try
        {
            // The longest, since it only ends what hangs: polls and delays say themselves how long they take.
            As<DriverProgram>(buffer) = new()
            {
                Header = Header(size), Count = (uint)operations.Length, Data = (uint)data.Length, Deadline = Features.LongestDeadline,
            };
            MemoryMarshal.AsBytes(operations).CopyTo(buffer[Unsafe.SizeOf<DriverProgram>()..]);
            data.CopyTo(buffer[head..]);
            int error = Exchange(DriverAbi.Run, buffer, size);
            outcome = error == 0 ? As<DriverOutcome>(buffer) : default;
            int answered = Unsafe.SizeOf<DriverOutcome>();
            if (outcome.Header.Size == answered + (results.Length * Unsafe.SizeOf<DriverResult>()) + data.Length)
            {
                Span<byte> found = MemoryMarshal.AsBytes(results);
                buffer.Slice(answered, found.Length).CopyTo(found);
                buffer.Slice(answered + found.Length, data.Length).CopyTo(data);
            }

            return error;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _channel.Dispose();
            }
        }
    }

    static DriverHeader Header(int size) => new() { Size = (uint)size, Version = DriverAbi.Version };

    static ref T As<T>(Span<byte> buffer)
        where T : struct => ref MemoryMarshal.AsRef<T>(buffer);

    void Query()
    {
        Span<byte> buffer = MemoryMarshal.AsBytes(stackalloc ulong[DriverChannel.LeastRoom / sizeof(ulong)]);
        buffer.Clear();
        As<DriverHeader>(buffer) = Header(Unsafe.SizeOf<DriverHeader>());
        int error = Exchange(DriverAbi.Query, buffer, Unsafe.SizeOf<DriverHeader>());
        Features = As<DriverFeatures>(buffer);
        if (error != 0)
        {
            throw DriverRefusal.Of(Place, error);
        }

        if (Features.Header.Version != DriverAbi.Version || (Features.Features & DriverAbi.FeaturePrograms) == 0)
        {
            throw DriverRefusal.OfVersion(Place, Features.Header.Version);
        }
    }

    int Exchange(uint request, Span<byte> buffer, int sent)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(PortBus));
            Programs += request == DriverAbi.Run ? 1 : 0;
            return _channel.Exchange(request, buffer, sent);
        }
    }
}
