using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RegGen.Backends.Driver;

/// <summary>The driver's device.</summary>
sealed partial class WindowsDriverChannel : DriverChannel
{
    public const string Path = @"\\.\RegGen";

    const uint ReadAndWrite = 0xC000_0000, OpenExisting = 3, ShareAll = 3;

    readonly SafeFileHandle _device;

    WindowsDriverChannel(SafeFileHandle device) => _device = device;

    public override string Place => Path;

    public static new WindowsDriverChannel Open()
    {
        // File.OpenHandle asks a device for its size and kind, which this one does not tell.
        SafeFileHandle device = CreateFile(Path, ReadAndWrite, ShareAll, 0, OpenExisting, 0, 0);
        int error = Marshal.GetLastPInvokeError();
        return device.IsInvalid ? throw DriverRefusal.OfOpening(Path, error) : new(device);
    }

    public override unsafe int Exchange(uint request, Span<byte> buffer, int sent)
    {
        fixed (byte* first = buffer)
        {
            return DeviceIoControl(_device, DriverAbi.Windows(request), first, sent, first, buffer.Length, out _, 0) ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    public override void Dispose() => _device.Dispose();

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFile(string path, uint access, uint share, nint security, uint creation, uint flags, nint template);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static unsafe partial bool DeviceIoControl(
        SafeFileHandle device, uint code, byte* input, int inputLength, byte* output, int outputLength, out int returned, nint overlapped);
}
