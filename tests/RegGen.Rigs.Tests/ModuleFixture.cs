using RegGen.Rigs.Guest;

namespace RegGen.Rigs.Tests;

/// <summary>One boot for the kernel module, on a kernel that ends at the first warning and checks what is allocated; and a short one for lockdown.</summary>
public sealed class ModuleFixture
{
    /// <summary>Red zones, poison, and owners of what the kernel allocates; a warning ends the guest, and so does an oops.</summary>
    public const string Debug = "slub_debug=FZPU panic_on_warn=1 oops=panic";

    /// <summary>Loads the module.</summary>
    public const string Load = "insmod /payload/module/reggen.ko";

    /// <summary>Fails if the kernel has said anything: also the debugging allocator, which is told to look at everything.</summary>
    public const string Complaints = "for cache in /sys/kernel/slab/*/validate; do echo 1 > $cache; done 2> /tmp/refused; "
        + "dmesg > /tmp/log; ! grep -E 'WARNING|BUG|Oops|KASAN|Call Trace|panic:|UBSAN|blocked for more' /tmp/log";

    const string Module = "/payload/module/module";

    static readonly GuestRow[] s_programs =
    [
        new("empty", $"{Module} empty"),
        new("groups", $"{Module} groups"),
        new("owned", $"{Module} owned"),
        new("window", $"{Module} window $(sed -n 's/^ *\\([0-9a-f]*\\)-.* : 0000:00:03.0$/\\1/p' /proc/ioports)"),
        new("contention", $"{Module} contention"),
        new("operations", $"{Module} operations"),
        new("rtc", $"{Module} rtc"),
        new("refusals", $"{Module} refusals"),
        new("deaths", $"{Module} deaths"),
        new("signals", $"{Module} signals"),
        new("forks", $"{Module} forks"),
        new("hammer", $"{Module} hammer {Hammered}", 180),
    ];

    static readonly GuestRow[] s_before =
    [
        new("before", "tee /tmp/ioports < /proc/ioports"),
        new("load", $"{Load} && stat -c '%a %t' /dev/reggen && cat /sys/module/reggen/parameters/under_lockdown"),
    ];

    static readonly GuestRow[] s_after =
    [
        new("unload while open", $"{Module} holds & sleep 1; grep reggen /proc/ioports; rmmod reggen; code=$?; kill -KILL $!; wait; exit $code"),
        new("nothing left", "cmp /proc/ioports /tmp/ioports && rmmod reggen && [ ! -e /dev/reggen ] && cmp /proc/ioports /tmp/ioports"),
        new("load anew", $"{Load} && {Module} fresh"),
        new("lockdown", $"{Module} lockdown"),
        new("complaints", Complaints),
    ];

    // Not in the constructor: only a test can be skipped.
    readonly Lazy<GuestRun> _run = new(() => Boot("guest-module", [.. s_before, .. s_programs, .. s_after]));
    readonly Lazy<GuestRun> _served = new(() => Boot("guest-module-lockdown",
        [new("load", $"{Load} under_lockdown=1 && cat /sys/module/reggen/parameters/under_lockdown"), new("lockdown", $"{Module} lockdown served"), new("complaints", Complaints)]));

    /// <summary>Requests that are sent at random: so many in each run, and five times as many where time does not matter.</summary>
    public const int Hammered = 200_000;

    /// <summary>The rows that check for themselves.</summary>
    public static TheoryData<string> Programs => [.. s_programs.Select(row => row.Name), "load anew", "lockdown"];

    /// <summary>Boots when the first test asks.</summary>
    public GuestRun Run => _run.Value;

    /// <summary>The boot in which the module is told to serve under lockdown.</summary>
    public GuestRun Served => _served.Value;

    /// <summary>Boots with the module beside the rows.</summary>
    public static GuestRun Boot(string name, GuestRow[] rows, int minutes = 6)
    {
        GuestRig.Require();
        return GuestRig.Boot(name, [new("module", ModuleProgram.Folder())], rows, TimeSpan.FromMinutes(minutes), Debug);
    }
}
