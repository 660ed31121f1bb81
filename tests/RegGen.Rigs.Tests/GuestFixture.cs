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

    // Into a file, so that it writes plain text: the guest's console is a terminal.
    const string Demonstration = "/payload/demo/RegGen.Demo --via direct --record /tmp/session > /tmp/demo; code=$?; cat /tmp/demo /tmp/session; exit $code";

    // Not in the constructor: only a test can be skipped.
    readonly Lazy<GuestRun> _run = new(Boot);

    /// <summary>The rows that have to end with exit code 0.</summary>
    public static TheoryData<string> Programs => [.. s_rows.Select(row => row.Name)];

    /// <summary>Boots when the first test asks.</summary>
    public GuestRun Run => _run.Value;

    /// <summary>The demo on the guest's own ports.</summary>
    public GuestResult Demo => Run[DemoRow];

    /// <summary>A row whose program fails.</summary>
    public GuestResult Failing => Run[Fails];

    /// <summary>A row whose program does not end.</summary>
    public GuestResult Hanging => Run[Hangs];

    static readonly GuestRow[] s_rows = [.. GuestRows.OfC, .. GuestRows.OfNet, .. GuestRows.OfLockdown];

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
        ];
        GuestRow[] rows = [new(Fails, "echo once; exit 3"), new(Hangs, "sleep 1000 & sleep 1000", 1), new(DemoRow, Demonstration), .. s_rows];
        GuestRun run = GuestRig.Boot("guest", payloads, rows, TimeSpan.FromMinutes(8));
        GuestTable.Write("guest", ("AOT", run));
        return run;
    }
}
