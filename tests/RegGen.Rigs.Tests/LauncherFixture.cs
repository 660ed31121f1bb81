using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>One boot for all that the launcher does where ports are real. The guest has let go of the second serial port, not of the first.</summary>
public sealed class LauncherFixture
{
    const string Launch = "/payload/tool/reggen-launch --user nobody";
    const string Launched = "/payload/c/launched";

    // A root who left a lot behind, in a folder that is root's alone. Files and signals are left by the program itself.
    const string Roots = "mkdir -p /run /secret/here; chmod 700 /secret; cd /secret/here; umask 027; "
        + "export LD_PRELOAD=/no/such.so DOTNET_STARTUP_HOOKS=/no/such.dll LD_LIBRARY_PATH=/payload SECRET=x NAMED=kept LANG=C.UTF-8 LC_TIME='a;b' LC_ALL=C TERM=vt100 TZ=Europe/Berlin; "
        + $"exec {Launched} with ";

    const string Started = $"{Launch} --ports 0x2F8-0x2FF --env NAMED --env ADDED=a=b -- {Launched} ";

    const string Variables = " PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/nonexistent USER=nobody LOGNAME=nobody LANG=C.UTF-8 TERM=vt100 TZ=Europe/Berlin LC_ALL=C"
        + " NAMED=kept ADDED=a=b DOTNET_EnableDiagnostics=0 REGGEN_PORTS=0x2F8-0x2FF";

    // init starts rows without a terminal; a session's leader gets one by opening it.
    static readonly GuestRow[] s_programs =
    [
        new("launched", $"{Roots} NONE {Started} none{Variables}"),
        new("launched from a terminal", $"{Roots} NONE {Started} terminal{Variables} < /dev/ttyS0"),
        new("launched on an old kernel", $"{Roots} close_range {Started} none{Variables}"),
    ];

    static readonly GuestRow[] s_others =
    [
        new("a folder for locks", "stat -c '%u %g %a' /run/reggen"),
        new("an owner", $"{Launch} --ports 0x3F8-0x3FF -- true"),
        new("an owner of a part", $"{Launch} --ports 0x3F0-0x3F8 -- true"),
        new("a shared owner", $"{Launch} --ports 0x3F8-0x3FF --share serial -- true"),
        new("another shared owner", $"{Launch} --ports 0x3F8-0x3FF --share seria --share keyboard -- true"),
        new("the kernel's ACPI", $"{Launch} --ports 0x608 -- true"),
        new("a window of PCI", $"grep 0000:00:01.1 /proc/ioports; {Launch} --ports 0xC100-0xC10F -- true"),
        new("an exit code", $"{Launch} --ports 0xE0 -- sh -c 'exit 42'"),
        new("a death", $"{Launch} --ports 0xE0 -- sh -c 'kill -USR1 $$'"),
        new("^C", $"exec {Launched} typing {Launch} --ports 0xE0 -- sh -c 'sleep 50; exit 3' < /dev/ttyS0", 20),
        new("SIGTERM", $"{Launch} --ports 0xE0 -- sleep 100 & sleep 1; kill -TERM $!; wait $!"),
        new("SIGTERM handled", $"{Launch} --ports 0xE0 -- sh -c 'trap \"echo bye; exit 5\" TERM; sleep 2 & wait' & sleep 1; kill -TERM $!; wait $!"),
        new("SIGHUP ignored", $"trap '' HUP; {Launch} --ports 0xE0 -- sh -c 'sleep 3; exit 6' & sleep 1; kill -HUP $!; wait $!"),
        new("SIGKILL", $"{Launch} --ports 0xE0 -- sleep 1234 & sleep 1; kill -KILL $!; sleep 1; ps | grep '^ *[0-9]* nobody .*sleep 1234'"),
        new("not found", $"{Launch} --ports 0xE0 -- no-such-program"),
        new("not executable", $"{Launch} --ports 0xE0 -- /etc/passwd"),
        new("a user of root's group", "/payload/tool/reggen-launch --user admin --ports 0xE0 -- true"),
        new("forced", $"{Launch} --ports 0x92 --force reset -- true"),
    ];

    // Not in the constructor: only a test can be skipped.
    readonly Lazy<GuestRun> _run = new(Boot);

    /// <summary>The rows that check for themselves.</summary>
    public static TheoryData<string> Programs => [.. s_programs.Select(row => row.Name)];

    /// <summary>Boots when the first test asks.</summary>
    public GuestRun Run => _run.Value;

    static GuestRun Boot()
    {
        GuestRig.Require();
        GuestPayload[] payloads = [new("c", CProgram.Build("launched")), new("tool", LauncherProgram.Folder())];
        GuestRow user = new("user", "echo 'nobody:x:65534:65534::/nonexistent:/bin/false' >> /etc/passwd; echo 'admin:x:1001:0::/:/bin/false' >> /etc/passwd; cat /proc/ioports");
        return GuestRig.Boot("guest-launcher", payloads, [user, .. s_programs, .. s_others], TimeSpan.FromMinutes(3));
    }
}
