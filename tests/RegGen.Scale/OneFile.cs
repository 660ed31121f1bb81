using System.Diagnostics;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RegGen.Scale;

/// <summary>One large description: by the tool in a process of its own, in a warm process, and what the C# compiler makes of the output.</summary>
static class OneFile
{
    const int ColdRuns = 5, WarmRuns = 7;
    const int BytesARegister = 4_096;

    public static bool Print(int registers)
    {
        string description = Synthetic.Description(registers);
        string what = $"{registers:#,0} registers x 4 fields";
        ColdRun cold = ColdRun.Best(description, ColdRuns);
        Warm warm = Warm.Measure(description, WarmRuns);
        Table.Print($"{what}: text to C#, whole process", cold.Seconds, "s", 1.5, "OpenTitan reggen 1.7 s, hdl-registers 4.2 s, SystemRDL 28.7 s");
        Table.Print("  processor time of that process", cold.Busy, "s", null);
        Table.Print($"{what}: text to C#, warm", warm.Milliseconds, "ms", 400);
        Table.Print("  processor time", warm.Busy, "ms", null);
        Table.Print("  memory of the whole process at its highest", cold.Megabytes, "MB", null);
        bool met = Table.Count("  C# for a register", warm.Output / registers, "B", BytesARegister, "hdl-registers 17.9 kB");
        Table.Print("  the C# compiler on that output, warm", CSharpMilliseconds(Warm.Emit(description)), "ms", null);
        return met;
    }

    static double CSharpMilliseconds(string source)
    {
        CSharpCompilation empty = CSharpCompilation.Create(
            "Large",
            references: [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(PortBus).Assembly.Location)],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        double last = 0;
        for (int round = 0; round < 2; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Microsoft.CodeAnalysis.Emit.EmitResult result = empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source)).Emit(Stream.Null);
            last = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (!result.Success)
            {
                throw new InvalidOperationException(result.Diagnostics.First(said => said.Severity == DiagnosticSeverity.Error).ToString());
            }
        }

        return last;
    }
}
