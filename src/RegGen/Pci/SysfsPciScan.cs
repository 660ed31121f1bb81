using System.Buffers.Binary;
using System.Globalization;

namespace RegGen.Pci;

/// <summary>PCI as Linux shows it in sysfs: every program may read it, and it touches no port.</summary>
/// <param name="folder">The folder with one folder a function.</param>
public sealed class SysfsPciScan(string folder = SysfsPciScan.Folder) : PciScan
{
    /// <summary>Where Linux lists the functions.</summary>
    public const string Folder = "/sys/bus/pci/devices";

    // A line of 'resource' is first address, last address, flags (include/linux/ioport.h).
    const ulong IoResource = 0x100, MemoryResource = 0x200;
    const int BarCount = 6;

    /// <inheritdoc/>
    /// <exception cref="PortAccessException">The system lists no functions there.</exception>
    public override IReadOnlyList<PciFunction> Functions()
    {
        if (!Directory.Exists(folder))
        {
            throw new PortAccessException(PortRefusal.NotFound, $"{folder} does not exist.",
                "This system shows no PCI; scan over a bus with PortPciScan, or give the port.");
        }

        List<PciFunction> found = [];
        foreach (string path in Directory.EnumerateFileSystemEntries(folder))
        {
            if (PciAddress.TryParse(Path.GetFileName(path), out PciAddress address) && Read(path, address) is { } function)
            {
                found.Add(function);
            }
        }

        return [.. found.OrderBy(function => function.ToString(), StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    /// <exception cref="PortAccessException">The function is gone, or the system shows this process only the first 64 bytes.</exception>
    public override uint Read(PciAddress address, int offset)
    {
        Check(offset);
        string file = Path.Combine(folder, address.ToString(), "config");
        try
        {
            using FileStream config = File.OpenRead(file);
            Span<byte> dword = stackalloc byte[sizeof(uint)];
            config.Position = offset;
            return config.ReadAtLeast(dword, sizeof(uint), throwOnEndOfStream: false) == sizeof(uint)
                ? BinaryPrimitives.ReadUInt32LittleEndian(dword)
                : throw new PortAccessException(PortRefusal.NoPermission, $"{file} ends before offset 0x{offset:X2}.",
                    "Linux shows what is behind the first 64 bytes to CAP_SYS_ADMIN only: run as root, scan over a bus with PortPciScan, or give the port.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            PortRefusal reason = refused is UnauthorizedAccessException ? PortRefusal.NoPermission : PortRefusal.NotFound;
            throw new PortAccessException(reason, $"{file} cannot be read: {refused.Message}", "Look whether the function is still there and may be read, or give the port.", refused);
        }
    }

    // A function may be unplugged while we look: it is then left out.
    static PciFunction? Read(string path, PciAddress address)
    {
        try
        {
            return new(address, (ushort)Number("vendor"), (ushort)Number("device"), (uint)Number("class"), Bars(Path.Combine(path, "resource")));
        }
        catch (Exception gone) when (gone is IOException or FormatException or OverflowException)
        {
            return null;
        }

        ulong Number(string file) => Hex(File.ReadAllText(Path.Combine(path, file)).Trim());
    }

    static List<PciBar> Bars(string file)
    {
        List<PciBar> bars = [];
        string[] lines = [.. File.ReadLines(file).Take(BarCount)];
        for (int i = 0; i < lines.Length; i++)
        {
            string[] words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            ulong flags = words.Length == 3 ? Hex(words[2]) : 0;
            if ((flags & (IoResource | MemoryResource)) != 0)
            {
                bars.Add(new(i, (flags & IoResource) != 0, Hex(words[0])) { Last = Hex(words[1]) });
            }
        }

        return bars;
    }

    static ulong Hex(string text) => ulong.Parse(text.AsSpan(text.StartsWith("0x", StringComparison.Ordinal) ? 2 : 0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
