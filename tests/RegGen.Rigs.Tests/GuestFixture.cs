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
    const string Demonstration = "/payload/demo/RegGen.Demo --via direct > /tmp/demo; code=$?; cat /tmp/demo; exit $code";

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

    static readonly GuestRow[] s_rows =
    [
        new("fault handler", "/payload/c/handler"),
        new("ports from C", "/payload/c/ports"),
        new("ports from C#", "/payload/guest/RegGen.Guest"),
        new("locks between processes", "/payload/guest/RegGen.Guest locks", 120),
        new("without the capability", "start-stop-daemon -S -c guest -x /payload/guest/RegGen.Guest -- refused NoPermission 'lacks CAP_SYS_RAWIO'"),
    ];

    static GuestRun Boot()
    {
        GuestRig.Require();
        GuestPayload[] payloads =
        [
            new("c", CProgram.Build("handler", "ports")),
            new("guest", DotNetProgram.PublishNative("tests/RegGen.Guest")),
            new("demo", DemoProgram.Folder()),
        ];
        GuestRow[] rows =
        [
            new(Fails, "echo once; exit 3"), new(Hangs, "sleep 1000 & sleep 1000", 1), new(DemoRow, Demonstration), .. s_rows,
        ];
        return GuestRig.Boot("guest", payloads, rows, TimeSpan.FromMinutes(3));
    }
}
