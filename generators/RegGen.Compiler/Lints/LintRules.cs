using RegGen.Compiler.Checks;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Lints;

/// <summary>What a sound description might say better. Each is off until somebody switches it on.</summary>
static class LintRules
{
    public static readonly IReadOnlyList<Check> All =
        [new ResetKnown(), new RegisterDocumented(), new FieldsDocumented(), new BitsNamed(), new EnumUsed(), new SourceNamed()];

    /// <summary>Runs all of them; beside errors they would only be noise.</summary>
    public static void Run(DeviceModel device, Reporter reporter)
    {
        if (reporter.HasErrors)
        {
            return;
        }

        foreach (Check lint in All)
        {
            lint.Run(device, reporter);
        }
    }
}
