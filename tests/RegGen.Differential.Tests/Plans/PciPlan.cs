using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Differential.Tests.Plans;

/// <summary>PCI configuration: QEMU's host bridge, two cards and an empty slot.</summary>
static class PciPlan
{
    // Host bridge, RTL8139, virtio with capabilities, and nothing.
    static readonly uint[] s_devices = [0, 4, 5, 31];
    static readonly uint[] s_header = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15];
    static readonly uint[] s_capabilities = [0x40 / 4, 0x50 / 4, 0x60 / 4, 0x70 / 4, 0x84 / 4, 0x98 / 4];

    public static DevicePlan Plan { get; } = new("pci-config", PciConfig.Map, PciConfig.Bases.Pc, "-device", "rtl8139,addr=4", "-device", "virtio-rng-pci,addr=5")
    {
        Accesses = 60_000,
        SetUp = SetUp,
        Limits =
        [
            new("CONFIG_ADDRESS", "Only what is described: headers of functions that there are, and their capabilities.") { Write = static (_, value) => Described(value) },
            new("Capability.ID|Capability.NEXT|Capability.BODY", "The header has reserved bytes beside CAPABILITIES_POINTER, which are no capability.")
            {
                NeverRead = true, NeverWritten = true, While = static pci => ((pci["CONFIG_ADDRESS"] >> 2) & 63) == 13,
            },
            new("Config.COMMAND", "Ports and memory stay off: base addresses would move the functions over other devices.") { Write = static (_, value) => value & ~3u },
        ],
    };

    static uint Described(uint value)
    {
        uint device = (value >> 11) & 31, dword = (value >> 2) & 63;
        device = s_devices.Contains(device) ? device : s_devices[device % s_devices.Length];
        uint[] dwords = device == 5 ? [.. s_header, .. s_capabilities] : s_header;
        return (value & 0x8000_0000) | (device << 11) | ((dwords.Contains(dword) ? dword : dwords[dword % dwords.Length]) << 2);
    }

    static void SetUp(SimulatedDevice pci, PortBackend qemu)
    {
        // While it is not enabled, an access to CONFIG_DATA is one to a port that nobody has.
        pci.On("CONFIG_DATA").Read(_ => uint.MaxValue);
        foreach (uint device in s_devices)
        {
            foreach (RegisterMap register in PciConfig.Map.Windows.Single(window => window.Name == "Config").Registers)
            {
                Adopt(pci, qemu, $"Config(0,{device},0).{register.Name}", register, device, (uint)register.Address / 4, isThere: device != 31);
            }
        }

        foreach (uint dword in s_capabilities)
        {
            foreach (RegisterMap register in PciConfig.Map.Windows.Single(window => window.Name == "Capability").Registers)
            {
                Adopt(pci, qemu, $"Capability(0,5,0,{dword}).{register.Name}", register, 5, dword, isThere: true);
            }
        }

        qemu.Write(0xCF8, PortWidth.Bits32, 0);
    }

    // Which bits a function has is its own: as firmware does, ones are written to see.
    static void Adopt(SimulatedDevice pci, PortBackend qemu, string name, RegisterMap register, uint device, uint dword, bool isThere)
    {
        qemu.Write(0xCF8, PortWidth.Bits32, 0x8000_0000 | (device << 11) | (dword << 2));
        var port = (ushort)(0xCFC + (register.Address & 3));
        uint first = qemu.Read(port, (PortWidth)register.Width), ones = uint.MaxValue >> (32 - register.Width);
        pci[name] = first;
        if (!isThere)
        {
            pci.On(name).Read(_ => ones);
            return;
        }

        if (!register.CanWrite || register.Fields.Any(field => field.Access.Write is WriteEffect.OneClears or WriteEffect.SelfClearing))
        {
            return;
        }

        qemu.Write(port, (PortWidth)register.Width, ones);
        uint set = qemu.Read(port, (PortWidth)register.Width);
        qemu.Write(port, (PortWidth)register.Width, 0);
        uint cleared = qemu.Read(port, (PortWidth)register.Width);
        qemu.Write(port, (PortWidth)register.Width, first);
        uint writable = set & ~cleared;
        pci.On(name).Write(_ => pci[name] = (pci[name] & writable) | (first & ~writable));
    }
}
