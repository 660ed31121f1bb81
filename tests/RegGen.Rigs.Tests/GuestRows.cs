using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>What runs in the guest. Every row ends with exit code 0 and only good checks.</summary>
static class GuestRows
{
    const string OverMusl = "/payload/musl/ld-musl-x86_64.so.1 --library-path /payload/musl /payload/musl";
    const string Launch = "/payload/tool/reggen-launch --user guest --ports";

    /// <summary>C programs that the rows need.</summary>
    public static string[] CPrograms { get; } = ["handler", "ports", "threads", "holds", "under", "libother.so"];

    /// <summary>Rows without .NET.</summary>
    public static GuestRow[] OfC { get; } =
    [
        new("fault handler from C", "/payload/c/handler"),
        new("ports from C", "/payload/c/ports"),
        new("threads from C", "/payload/c/threads", 120),
        new("ports over musl", $"{OverMusl}/ports"),
        new("threads over musl", $"{OverMusl}/threads", 120),
    ];

    /// <summary>Rows of <c>tests/RegGen.Guest</c>, compiled either way.</summary>
    public static GuestRow[] OfNet { get; } =
    [
        Net("registers"),
        Net("threads"),
        Net("load", before: "DOTNET_gcServer=0 ", seconds: 180),
        Net("load, server GC", "load server", seconds: 180),
        Net("load, left to the runtime", "load server quiet", seconds: 180),
        Net("dispose", seconds: 120),
        Net("refusals"),
        Net("blocks"),
        Net("handler before", "handlers before"),
        Net("handler after", "handlers after"),
        Net("handler after, deaf", "handlers deaf"),
        Net("children"),
        Net("start-up"),
        Net("owners"),
        Net("locks", seconds: 120),
        Net("files"),
        Net("doctor", "doctor direct=works device-file=works pci=works driver=no simulated=works lockdown=none seccomp='no filter' capability='CAP_SYS_RAWIO held'"),
        Net("doctor without the capability", "doctor direct=no device-file=no pci=works capability='CAP_SYS_RAWIO not held'", before: "/payload/c/under nocap "),
        Net("doctor under seccomp", "doctor direct=no device-file=works seccomp='1 filters'", before: "/payload/c/under kill "),
        Net("launched", before: $"{Launch} 0x2F8-0x2FF -- "),
        Net("launched with other ports", "refused direct NoPermission 'lacks CAP_SYS_RAWIO'", before: $"{Launch} 0xE0-0xE3 -- "),
        Net("doctor launched", "doctor direct=works device-file=no 'started by the launcher=0x2F8-0x2FF' 'capability=CAP_SYS_RAWIO not held'", before: $"{Launch} 0x2F8-0x2FF -- "),
        Net("user without the capability", "refused direct NoPermission 'lacks CAP_SYS_RAWIO'", user: "guest"),
        Net("root without the capability", "refused direct NoPermission 'lacks CAP_SYS_RAWIO'", before: "/payload/c/under nocap "),
        Net("ioperm absent", "refused direct Unsupported ENOSYS device-file", before: "/payload/c/under enosys "),
        Net("ioperm deadly", "refused direct Unsupported 'kills whoever calls' device-file", before: "/payload/c/under kill "),
    ];

    /// <summary>Rows with the kernel module: a policy, then a user without rights, whom it names. Another group is not enough.</summary>
    public static GuestRow[] OfDriver { get; } =
    [
        new("driver loaded", "insmod /payload/module/reggen.ko && echo 'ok 1 - loaded' && echo 1..1"),
        Net("driver", seconds: 120),
        Net("driver, a user", "driver user", user: "guest", seconds: 120),
        Net("driver, a stranger", "driver stranger", user: "stranger"),
        Net("doctor with the driver", "doctor direct=works driver=works 'interface=version 1; programs of 256 operations, 100 ms'"),
    ];

    /// <summary>Rows that lock the kernel down: the last ones of a boot, in this order.</summary>
    public static GuestRow[] OfLockdown { get; } =
    [
        Net("lockdown after the grant", "lockdown"),
        Net("doctor under lockdown", "doctor direct=no device-file=no lockdown=integrity"),
        new("lockdown before the launch", $"{Launch} 0xE0 -- true > /tmp/said 2>&1; [ $? = 125 ] && grep 'it is locked down' /tmp/said && echo 'ok 1 - the launcher is refused, and says why' && echo 1..1"),
        Net("lockdown before the grant", "refused direct NoPermission 'has CAP_SYS_RAWIO'"),
    ];

    static GuestRow Net(string name, string? arguments = null, string before = "", string? user = null, int seconds = 60)
    {
        const string Program = "/payload/guest/RegGen.Guest";
        return new(name, user is not null ? $"start-stop-daemon -S -c {user} -x {Program} -- {arguments}" : $"{before}{Program} {arguments ?? name}", seconds);
    }
}
