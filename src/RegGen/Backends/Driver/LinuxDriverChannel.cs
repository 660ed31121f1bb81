using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RegGen.Backends.Driver;

/// <summary>The module's device file.</summary>
sealed partial class LinuxDriverChannel : DriverChannel
{
    public const string Path = "/dev/reggen";

    readonly SafeFileHandle _file;

    LinuxDriverChannel(SafeFileHandle file) => _file = file;

    public override string Place => Path;

    public static new LinuxDriverChannel Open()
    {
        try
        {
            return new(File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DriverRefusal.OfOpening(Path, refused);
        }
    }

    public override unsafe int Exchange(uint request, Span<byte> buffer, int sent)
    {
        fixed (byte* first = buffer)
        {
            return Control(_file, DriverAbi.Linux(request), first) < 0 ? Marshal.GetLastPInvokeError() : 0;
        }
    }

    public override void Dispose() => _file.Dispose();

    // On the processors that have ports, a variadic function takes its arguments as any other does.
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static unsafe partial int Control(SafeFileHandle file, nuint request, byte* buffer);
}
