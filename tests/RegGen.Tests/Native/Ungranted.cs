using System.Runtime.InteropServices;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Native;

/// <summary>The stubs on a machine's own ports without a grant: every access faults in the processor and touches nothing.</summary>
static class Ungranted
{
    /// <summary>The manufacturer's diagnostic port: the one to pick where a mistake in a test must stay harmless.</summary>
    public const ushort Port = 0x80;

    static readonly PortClaim s_nothing = PortClaim.At("Nothing", Port);

    /// <summary>The loaded and armed stubs. Skips where there are none.</summary>
    public static NativeStubs Stubs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The stubs are for Linux x64.");
        try
        {
            return StubLibrary.Load(s_nothing).Stubs;
        }
        catch (PortAccessException refusal) when (refusal.Reason == PortRefusal.NoNativeLibrary)
        {
            Assert.Skip(refusal.Message);
            throw;
        }
    }
}
