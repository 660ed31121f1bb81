using RegGen.Compiler.Tests.Emit;

namespace RegGen.Compiler.Tests.Reference;

/// <summary>The example on the first page is true.</summary>
public sealed class ReadmeTests
{
    static readonly MarkdownPage s_page = new("README.md");

    [Fact]
    public void The_example_compiles_runs_and_prints_what_the_page_says()
    {
        string description = Assert.Single(s_page.Blocks("yaml"));
        string[] lines = Assert.Single(s_page.Blocks("csharp")).Split('\n');
        Assert.True(description.Split('\n').Length <= 21 && lines.Length <= 21, "The example has grown past twenty lines.");

        string usings = string.Join('\n', lines.Where(IsImport));
        string statements = string.Join('\n', lines.Where(line => !IsImport(line))).Replace("Console.WriteLine", "output.WriteLine", StringComparison.Ordinal);
        string program = $$"""
            #nullable enable
            using System;
            using Devices;
            {{usings}}
            static class Example
            {
                public static void Run(System.IO.TextWriter output)
                {
                    {{statements}}
                }
            }
            """;
        using var output = new StringWriter { NewLine = "\n" };
        GeneratedCode.Load(GeneratedCode.Emit(description), program).GetType("Example")!.GetMethod("Run")!.Invoke(null, [output]);

        Assert.Contains(output.ToString(), s_page.Blocks(""));
    }

    static bool IsImport(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal) && !line.Contains("var", StringComparison.Ordinal);
}
