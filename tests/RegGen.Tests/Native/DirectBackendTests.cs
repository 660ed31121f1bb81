using System.Runtime.InteropServices;
using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Tests.Native;

public sealed unsafe class DirectBackendTests
{
    const int NotPermitted = 1;
    const int NoSuchCall = 38;

    static readonly PortClaim s_claim = new("Diagnostics", Ungranted.Port, [new(Ungranted.Port, Ungranted.Port)]);

    [Fact]
    public void A_grant_that_the_system_refuses_says_why_and_leaves_nothing_granted()
    {
        NativeStubs stubs = Ungranted.Stubs();
        using DirectBackend backend = new();
        PortAccessException? refusal = Refusal(backend);
        Assert.SkipWhen(refusal is null, "This process may have ports; the guest rig tests what follows from that.");
        Assert.True(refusal!.Reason is PortRefusal.Unsupported or PortRefusal.NoPermission, refusal.Message);
        Assert.Equal(s_claim, refusal.Claim);
        Assert.Contains("0x80", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
        Assert.Null(backend.Stubs);
        Assert.True(stubs.In8(Ungranted.Port) < 0);
    }

    [Fact]
    public void Opening_a_bus_on_a_refused_claim_throws_the_same_refusal()
    {
        Ungranted.Stubs();
        using (DirectBackend probe = new())
        {
            Assert.SkipWhen(Refusal(probe) is null, "This process may have ports; the guest rig tests what follows from that.");
        }

        Assert.NotNull(Assert.Throws<PortAccessException>(() => PortBus.Open(s_claim)).Claim);
    }

    [Theory]
    [InlineData(NoSuchCall, PortRefusal.Unsupported, "CONFIG_X86_IOPL_IOPERM")]
    [InlineData(NoSuchCall, PortRefusal.Unsupported, "seccomp")]
    [InlineData(GrantRefusal.Killed, PortRefusal.Unsupported, "seccomp filter kills")]
    [InlineData(NoSuchCall, PortRefusal.Unsupported, "the QEMU or the simulated backend")]
    [InlineData(NotPermitted, PortRefusal.NoPermission, "CAP_SYS_RAWIO")]
    [InlineData(NotPermitted, PortRefusal.NoPermission, "lockdown")]
    [InlineData(12, PortRefusal.NoMemory, "ENOMEM")]
    [InlineData(22, PortRefusal.Unsupported, "22")]
    public void An_error_number_becomes_a_reason_and_a_remedy(int error, PortRefusal reason, string text)
    {
        PortAccessException refusal = GrantRefusal.Of(s_claim, s_claim.Ranges[0], error);
        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, Architecture.X64, "only Linux")]
    [InlineData(false, Architecture.Arm64, "only Linux")]
    [InlineData(true, Architecture.X86, "this process is X86")]
    [InlineData(true, Architecture.Arm64, "this process is Arm64")]
    [InlineData(true, Architecture.X64, null)]
    public void A_system_that_has_no_such_way_says_so(bool isLinux, Architecture architecture, string? cause)
    {
        PortAccessException? refusal = DirectBackend.Unsuited(s_claim, isLinux, architecture);
        Assert.Equal(cause is null ? null : PortRefusal.Unsupported, refusal?.Reason);
        Assert.Contains(cause ?? "", refusal?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, PortRefusal.ThreadNotGranted, "has lost its grant")]
    [InlineData(NotPermitted, PortRefusal.ThreadNotGranted, "lost CAP_SYS_RAWIO")]
    [InlineData(12, PortRefusal.NoMemory, "ENOMEM")]
    public void A_refused_access_says_which_thread_and_why(int error, PortRefusal reason, string text)
    {
        PortAccessException refusal = GrantRefusal.Of(new PortAccess(true, 0x80, PortWidth.Bits16, 0), error);
        Assert.Equal(reason, refusal.Reason);
        Assert.StartsWith($"Writing port 0x80 (16 bits) was refused: thread {Environment.CurrentManagedThreadId} ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Fact]
    public void Asking_what_a_thread_holds_touches_no_port_and_is_no_grant()
    {
        Ungranted.Stubs();
        StubLibrary library = StubLibrary.Load(s_claim);
        Assert.False(library.Holds(new(Ungranted.Port, Ungranted.Port + 7)));
        Assert.Equal(0, library.Renew());
        Assert.False(library.Holds(new(0, ushort.MaxValue)));
    }

    [Theory]
    [InlineData("", "0x10-0x1F")]
    [InlineData("10-1F", "")]
    [InlineData("0-FF", "")]
    [InlineData("0-10", "0x11-0x1F")]
    [InlineData("1F-20", "0x10-0x1E")]
    [InlineData("12-13,18-18", "0x10-0x11, 0x14-0x17, 0x19-0x1F")]
    [InlineData("12-18,11-13", "0x10, 0x19-0x1F")]
    [InlineData("0-F,20-2F", "0x10-0x1F")]
    public void Only_what_no_other_bus_holds_is_revoked(string held, string revoked)
    {
        IEnumerable<PortRange> others = held.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-'))
            .Select(ends => new PortRange(Convert.ToUInt16(ends[0], 16), Convert.ToUInt16(ends[1], 16)));
        Assert.Equal(revoked, string.Join(", ", ProcessGrants.Without(new(0x10, 0x1F), others)));
    }

    // Where the process may have ports the grant is given back at once, untouched.
    static PortAccessException? Refusal(DirectBackend backend)
    {
        try
        {
            backend.Grant(s_claim);
            backend.Dispose();
            return null;
        }
        catch (PortAccessException refusal)
        {
            return refusal;
        }
    }
}
