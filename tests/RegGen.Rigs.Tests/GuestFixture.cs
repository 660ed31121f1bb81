using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

[assembly: AssemblyFixture(typeof(RegGen.Rigs.Tests.GuestFixture))]

namespace RegGen.Rigs.Tests;

/// <summary>One boot for all rows. A program gets into it by a payload and a row.</summary>
public sealed class GuestFixture
{
    const string Fails = "fails";
    const string Hangs = "hangs";
    const string DemoRow = "demo";
    const string DriverDemoRow = "demo by the driver";

    // Into a file, so that it writes plain text: the guest's console is a terminal.
    const string Demonstration = "/payload/demo/RegGen.Demo --via direct --record /tmp/session > /tmp/demo; code=$?; cat /tmp/demo /tmp/session; exit $code";

    // As a user with no right but what the policy of the row "driver" gives his group.
    const string DriverDemonstration = "start-stop-daemon -S -c guest -x /payload/demo/RegGen.Demo -- --via driver > /tmp/driver-demo; code=$?; cat /tmp/driver-demo; exit $code";

    // Not in the constructor: only a test can be skipped.
    readonly Lazy<GuestRun> _run = new(Boot);

    /// <summary>The rows that have to end with exit code 0.</summary>
    public static TheoryData<string> Programs => [.. s_rows.Select(row => row.Name)];

    /// <summary>Boots when the first test asks.</summary>
    public GuestRun Run => _run.Value;

    /// <summary>The demo on the guest's own ports.</summary>
    public GuestResult Demo => Run[DemoRow];

    /// <summary>The demo on the guest's own ports, by the kernel module.</summary>
    public GuestResult DriverDemo => Run[DriverDemoRow];

    /// <summary>A row whose program fails.</summary>
    public GuestResult Failing => Run[Fails];

    /// <summary>A row whose program does not end.</summary>
    public GuestResult Hanging => Run[Hangs];

    static readonly GuestRow[] s_rows = [.. GuestRows.OfC, .. GuestRows.OfNet, .. GuestRows.OfDriver, .. GuestRows.OfLockdown];

    // The module stays for the demo, and goes before the kernel is locked down.
    static IEnumerable<GuestRow> Rows() => s_rows.SelectMany(row => row == GuestRows.OfDriver[^1] ? [row, new(DriverDemoRow, DriverDemonstration)] : new[] { row });

    static GuestRun Boot()
    {
        GuestRig.Require();
        GuestPayload[] payloads =
        [
            new("c", CProgram.Build(GuestRows.CPrograms)),
            new("guest", DotNetProgram.PublishNative("tests/RegGen.Guest")),
            new("musl", CProgram.BuildForMusl("ports", "threads")),
            new("tool", LauncherProgram.Folder()),
            new("demo", DemoProgram.Folder()),
            new("module", ModuleProgram.Folder()),
        ];
        GuestRow[] rows = [new(Fails, "echo once; exit 3"), new(Hangs, "sleep 1000 & sleep 1000", 1), new(DemoRow, Demonstration), .. Rows()];
        GuestRun run = GuestRig.Boot("guest", payloads, rows, TimeSpan.FromMinutes(8));
        GuestTable.Write("guest", ("AOT", run));
        return run;
    }
}
