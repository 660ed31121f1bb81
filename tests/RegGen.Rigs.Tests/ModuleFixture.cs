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

    // What it has heard from the firmware.
    const string Told = "dmesg | grep -o 'reggen: ports .*'";

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
        new("firmware", $"{Module} firmware"),
        new("deaths", $"{Module} deaths"),
        new("signals", $"{Module} signals"),
        new("forks", $"{Module} forks"),
        new("hammer", $"{Module} hammer {Hammered}", 180),
    ];

    static readonly GuestRow[] s_before =
    [
        new("table", "od -An -v -tx1 /sys/firmware/acpi/tables/FACP"),
        new("before", "tee /tmp/ioports < /proc/ioports"),
        new("load", $"{Load} && stat -c '%a %t' /dev/reggen && cat /sys/module/reggen/parameters/under_lockdown"),
        new("told", Told),
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

    readonly Lazy<GuestRun> _reset;

    /// <summary>Requests that are sent at random: so many in each run, and five times as many where time does not matter.</summary>
    public const int Hammered = 200_000;

    /// <summary>The rows that check for themselves.</summary>
    public static TheoryData<string> Programs => [.. s_programs.Select(row => row.Name), "load anew", "lockdown"];

    /// <summary>Boots when the first test asks.</summary>
    public GuestRun Run => _run.Value;

    /// <summary>The boot of a machine that has a reset register at port 3E0.</summary>
    public GuestRun Reset => _reset.Value;

    /// <summary>The boot in which the module is told to serve under lockdown.</summary>
    public GuestRun Served => _served.Value;

    public ModuleFixture() => _reset = new(() => Boot("guest-module-reset", [new("load", Load), new("told", Told), new("firmware", $"{Module} firmware resets"), new("complaints", Complaints)],
        payloads: new GuestPayload("../kernel/firmware/acpi", ResetTable.Write(Run["table"].Output, 0x3E0))));

    /// <summary>Boots with the module beside the rows.</summary>
    public static GuestRun Boot(string name, GuestRow[] rows, int minutes = 6, params GuestPayload[] payloads)
    {
        GuestRig.Require();
        return GuestRig.Boot(name, [new("module", ModuleProgram.Folder()), .. payloads], rows, TimeSpan.FromMinutes(minutes), Debug);
    }
}
