using System.Globalization;
using RegGen.Rigs.Guest;
using RegGen.Rigs.Programs;

namespace RegGen.Rigs.Tests;

/// <summary>The Windows driver in Wine in the guest: what this machine's own Wine cannot do. The guest runs 32-bit code, and has real ports.</summary>
public sealed class WineGuestTests(ITestOutputHelper output)
{
    const string Folder = @"'Z:\payload\wine'";
    const string RealRow = "real ports";
    const string CellsRow = "cells";
    const string DemoRow = "demo";

    // Wine's first start, its end and the client have so long each; a row has all of that.
    const int Patience = 600;
    const int RowPatience = (3 * Patience) + 60;

    /// <summary>All rows of 64 bits, those of direct access, whose calls of the kernel the companion records, and those of real ports.</summary>
    /// <remarks>Of the packages of another architecture, which Debian's mirrors have later at times: for <c>tests/rigs/full</c>.</remarks>
    [SlowFact]
    public void On_32_bits_the_driver_does_all_that_it_does_on_64_and_gives_direct_access()
    {
        GuestRun run = Boot("x86", [], new(RealRow, Wine("x86", $"real {Folder}"), RowPatience), new(CellsRow, Wine("x86", Folder), RowPatience));
        AllGood(run[RealRow], WineClient.Rows(WineClient.Real).Keys);
        AllGood(run[CellsRow], WineClient.Rows(WineClient.Common, WineClient.Direct).Keys);
    }

    /// <summary>The main job: .NET for Windows, the driver as it is shipped, and QEMU's UART and clock at the end of real port instructions.</summary>
    [Fact]
    public void The_demo_does_by_the_Windows_driver_on_real_ports_what_it_does_on_QEMUs_models()
    {
        GuestPayload demo = new("demo", DotNetProgram.PublishForWindows("src/RegGen.Demo"));
        GuestRun run = Boot("x64", [demo], new(RealRow, Wine("x64", $"real {Folder}"), RowPatience),
            new(DemoRow, Wine("x64", $@"with {Folder} real 'Z:\payload\demo\RegGen.Demo.exe --via driver'"), RowPatience));
        AllGood(run[RealRow], WineClient.Rows(WineClient.Real).Keys);

        GuestResult said = run[DemoRow];
        output.WriteLine(said.ToString());
        Assert.True(said.ExitCode == 0, said.ToString());
        Assert.Equal(DemoProgram.Comparable(DemoProgram.OnQemu()), DemoProgram.Comparable(DriverTrace.Plain(said.Output)));
    }

    // Into a file, so that Wine sees no terminal. Its own words, such as that it has no fonts, matter only where something fails.
    static string Wine(string machine, string arguments) => string.Create(CultureInfo.InvariantCulture,
        $"export PATH=$PATH:/usr/bin REGGEN_WINE_MACHINE={machine} REGGEN_WINE_SECONDS={Patience}; /payload/rig/wine /payload/wine/client.exe {arguments} > /tmp/said 2> /tmp/noise; code=$?; tr -d '\\r' < /tmp/said; [ $code = 0 ] || cat /tmp/noise /.artifacts/rigs/wine/*.log; exit $code");

    static GuestRun Boot(string machine, GuestPayload[] more, params GuestRow[] rows)
    {
        Rig.Require(machine == "x86" ? "i686-w64-mingw32-gcc" : "x86_64-w64-mingw32-gcc");
        string built = Repository.At(".artifacts", "rigs", "wine", $"guest-{machine}");
        Execution.Of(Repository.At("tests", "rigs", "wine", "build"), [built, machine], TimeSpan.FromMinutes(2)).Succeeded();
        GuestPayload[] payloads = [new("wine", built), new("rig", Repository.At("tests", "rigs", "wine")), .. more];
        GuestRun run = GuestRig.Boot($"guest-wine-{machine}", payloads, rows, TimeSpan.FromSeconds((rows.Length * RowPatience) + 120), below: GuestRig.Wine(machine));
        Assert.True(run.IsComplete, run.Log);
        return run;
    }

    void AllGood(GuestResult result, IEnumerable<string> rows)
    {
        output.WriteLine(result.ToString());
        Assert.True(result.ExitCode == 0, result.ToString());
        IReadOnlyDictionary<string, string> verdicts = WineClient.Verdicts(string.Join('\n', result.Output));
        Assert.NotEmpty(verdicts);
        Assert.Equal(rows.Order(), verdicts.Keys.Order());
        Assert.All(verdicts, row => Assert.Equal("ok", row.Value));
        Assert.Equal("end", result.Output[^1]);
    }
}
