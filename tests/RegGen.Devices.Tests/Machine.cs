using RegGen.Backends;
using RegGen.Rigs;

namespace RegGen.Devices.Tests;

/// <summary>A PC in QEMU: device models that nobody here wrote.</summary>
static class Machine
{
    /// <summary>Starts a stopped PC with the given devices; skips the test where QEMU is not installed.</summary>
    /// <param name="deviceArguments">Such as <c>-device</c>, <c>isa-serial,iobase=0x2f8</c>. Each is an argument of its own.</param>
    public static QemuBackend Start(params string[] deviceArguments)
    {
        Rig.Require("qemu-system-x86_64");
        return QemuBackend.Start(deviceArguments);
    }
}
