namespace RegGen.Backends.Driver;

/// <summary>An open handle of the driver: requests go in, answers come out. One request at a time: the driver runs one program of a handle at a time.</summary>
abstract class DriverChannel : IDisposable
{
    /// <summary>The least room for any answer but a program's.</summary>
    public const int LeastRoom = 40;

    /// <summary>Opens the driver of this system.</summary>
    /// <exception cref="PortAccessException">There is none, or it may not be opened.</exception>
    public static DriverChannel Open() =>
        OperatingSystem.IsLinux() ? LinuxDriverChannel.Open()
        : OperatingSystem.IsWindows() ? WindowsDriverChannel.Open()
        : throw new PortAccessException(PortRefusal.Unsupported, "there is a driver for Linux and for Windows only.", "Use the simulated backend here.");

    /// <summary>Where the driver is found, for reports.</summary>
    public abstract string Place { get; }

    /// <summary>Sends a request; its answer takes its place.</summary>
    /// <param name="request">Number of the request.</param>
    /// <param name="buffer">The request, and room for the answer.</param>
    /// <param name="sent">Bytes of the request.</param>
    /// <returns>0, or the system's number of what went wrong: then there is no answer.</returns>
    public abstract int Exchange(uint request, Span<byte> buffer, int sent);

    public abstract void Dispose();
}
