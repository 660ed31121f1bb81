using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RegGen.Compiler;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Generators;

/// <summary>The C# of a device or library, or the finding that took its place.</summary>
sealed record Emitted(string HintName, string Text, Finding? Failure)
{
    /// <summary>Emits what a file describes. An exception here would lose every generated file of the project, so it becomes a finding.</summary>
    public static Emitted From(DescribedFile file, ProjectOptions options, EquatableArray<HiddenName> hidden)
    {
        try
        {
            return new(file.Content.FileName, FullNames.In(file.Content.Emit(options.ToEmit()), hidden), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new("", "", new Finding(CompilerRules.Internal, file.Path, Span.Start, $"{e.GetType().Name}: {e.Message}."));
        }
    }

    public void AddTo(SourceProductionContext output)
    {
        if (Failure is null)
        {
            output.AddSource(HintName, SourceText.From(Text, Encoding.UTF8));
        }
        else
        {
            output.ReportDiagnostic(Failure.ToDiagnostic());
        }
    }
}
