using System.Diagnostics;

namespace RegGen.Tool.Tests;

/// <summary>The tool as a process, in a folder of its own that is gone afterwards.</summary>
public sealed class ToolProgram : IDisposable
{
    public const string Timer = "reggen: 1\ndevice: Timer\nsize: 4\nregisters:\n  COUNT: { at: 0 }\n";

    /// <summary>What is set in its environment beside this process's own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("reggen").FullName;

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return name;
    }

    public async Task<Answer> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RegGen.Tool.dll"), .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new(process.ExitCode, Normal(await output), Normal(await errors));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}

/// <summary>What the tool answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Errors);
