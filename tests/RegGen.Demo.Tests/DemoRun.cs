using RegGen.Rigs;
using RegGen.Rigs.Programs;

namespace RegGen.Demo.Tests;

/// <summary>Runs the demo as a person does: as a process of its own.</summary>
static class DemoRun
{
    static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "RegGen.Demo.dll");

    public static Execution Of(params string[] arguments) => Execution.Of("dotnet", [s_program, .. arguments], TimeSpan.FromMinutes(1));

    /// <summary>Runs it with variables of the environment set.</summary>
    public static Execution With(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Execution.Of("dotnet", [s_program, .. arguments], TimeSpan.FromMinutes(1), environment: environment);

    /// <summary>Runs it where no other program can be found.</summary>
    public static Execution OnAnEmptyPath(params string[] arguments) =>
        Execution.Of(Rig.Find("dotnet")!, [s_program, .. arguments], TimeSpan.FromMinutes(1), path: "");

    public static string[] LinesOf(Execution run) => run.Output.TrimEnd('\n').Split('\n');
}
