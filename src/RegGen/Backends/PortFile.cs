using Microsoft.Win32.SafeHandles;

namespace RegGen.Backends;

/// <summary>A file whose bytes are ports: one read or write of one, two or four bytes is one access. Opened for both.</summary>
/// <param name="path">The file.</param>
internal sealed class PortFile(string path) : IDisposable
{
    readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

    /// <summary>Reads.</summary>
    /// <exception cref="PortAccessException">The system refused.</exception>
    public uint Read(long offset, PortAccess access)
    {
        Span<byte> bytes = stackalloc byte[(int)access.Width / 8];
        try
        {
            return RandomAccess.Read(_file, bytes, offset) == bytes.Length
                ? PortBackend.ValueAt(bytes, 0, bytes.Length)
                : throw new PortAccessException(PortRefusal.Transport, access, $"{path} ended before the port.", "Open the bus anew: the device may be gone.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(access, refused);
        }
    }

    /// <summary>Writes.</summary>
    /// <exception cref="PortAccessException">The system refused.</exception>
    public void Write(long offset, PortAccess access)
    {
        Span<byte> bytes = stackalloc byte[(int)access.Width / 8];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(access.Value >> (8 * i));
        }

        try
        {
            RandomAccess.Write(_file, bytes, offset);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(access, refused);
        }
    }

    public void Dispose() => _file.Dispose();

    PortAccessException Refused(PortAccess access, Exception refused) => refused is UnauthorizedAccessException
        ? new(PortRefusal.NoPermission, access, $"the system forbids it for {path} ({refused.Message}).",
            "A kernel that is locked down lets such files be read only; look into /sys/kernel/security/lockdown.", refused)
        : new(PortRefusal.Transport, access, $"{path}: {refused.Message}", "Open the bus anew: the device may be gone.", refused);
}
