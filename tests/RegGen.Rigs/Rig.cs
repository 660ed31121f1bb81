using Xunit;

namespace RegGen.Rigs;

/// <summary>A rig is a test environment made of a real system. Where it is not installed, its tests skip and say why.</summary>
public static class Rig
{
    /// <summary>Set to <c>required</c> (as CI does), a missing rig fails its tests instead of skipping them.</summary>
    public const string Variable = "REGGEN_RIGS";

    /// <summary>Skips the running test, or fails it where rigs are required, unless every program is on the PATH.</summary>
    public static void Require(params ReadOnlySpan<string> programs)
    {
        foreach (string program in programs)
        {
            if (Find(program) is null)
            {
                Missing($"{program} is not installed.");
            }
        }
    }

    /// <summary>Skips the running test, or fails it where rigs are required.</summary>
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "required")
        {
            Assert.Fail($"{reason} {Variable}=required makes a missing rig a failure.");
        }

        Assert.Skip(reason);
    }

    /// <summary>The program's full path on the PATH, or null.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
