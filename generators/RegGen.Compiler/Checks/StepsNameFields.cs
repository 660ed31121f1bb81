using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A write by field names every field of which nothing tells what does nothing.</summary>
sealed class StepsNameFields : Check
{
    public override Rule Rule { get; } = new("RG2083", Severity.Error, "Field missing in a step",
        "Name the field in the step, or give it 'neutral:' or 'reset:'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((StepModel step, string path) in SoundSteps(device, reporter))
        {
            if (step is not WriteStepModel { Parts: [{ Field: not null }, ..] } write || device.Find(write.Register) is not { } register || !reporter.IsSound(register.Path))
            {
                continue;
            }

            string[] missing = [.. register.Fields
                .Where(field => field.Access.CanWrite && field.InertIn(register) is null && write.Parts.All(part => part.Field != field.Name))
                .Select(field => field.Name)];
            if (missing.Length > 0)
            {
                reporter.Report(Rule, $"{path}/target", $"Nothing tells what the step writes into {string.Join(", ", missing)} of {register.FullName}.");
            }
        }
    }
}
