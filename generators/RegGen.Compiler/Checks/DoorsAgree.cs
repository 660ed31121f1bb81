using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Windows with one index register are entered, left and locked in one way.</summary>
sealed class DoorsAgree : Check
{
    public override Rule Rule { get; } = new("RG2104", Severity.Error, "Windows with one index disagree",
        "Say 'enter', 'exit' and 'lock' on one of them: windows with one index register share them.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (IGrouping<string, WindowModel> sharing in device.Windows.Where(window => window.HasDoor && reporter.IsSound(window.Path)).GroupBy(window => window.Chooser))
        {
            WindowModel first = sharing.First();
            foreach (WindowModel other in sharing.Where(other => other.Lock != first.Lock || !Equals(other.Enter, first.Enter) || !Equals(other.Exit, first.Exit)))
            {
                reporter.Report(Rule, other.Path, $"{other.FullName} and {first.FullName} ({reporter.LineOf(first.Path)}) share {sharing.Key}, but not 'enter', 'exit' and 'lock'.",
                    reporter.At(first.Path, $"{first.FullName} stands here."));
            }
        }
    }
}
