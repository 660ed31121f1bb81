using System.Runtime.InteropServices;

namespace RegGen.Guards;

/// <summary>Whether the process has rights that its caller lacks, who then must not steer it by the environment.</summary>
static partial class SecureExecution
{
    // <elf.h>: set by the kernel for set-user-id, set-group-id and file capabilities.
    const nuint AtSecure = 23;

    public static bool IsOn => OperatingSystem.IsLinux() && GetAuxiliaryValue(AtSecure) != 0;

    [LibraryImport("libc", EntryPoint = "getauxval")]
    private static partial nuint GetAuxiliaryValue(nuint type);
}
