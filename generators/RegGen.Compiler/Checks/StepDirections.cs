using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A step writes what can be written and reads what can be read.</summary>
sealed class StepDirections : Check
{
    public override Rule Rule { get; } = new("RG2081", Severity.Error, "Step in the wrong direction",
        "Access the register as its access allows.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((StepModel step, string path) in SoundSteps(device, reporter))
        {
            foreach (FieldReference target in step.Targets)
            {
                Look(device, reporter, step, path, target);
            }
        }
    }

    void Look(DeviceModel device, Reporter reporter, StepModel step, string path, FieldReference target)
    {
        if (device.FindJoined(target.Register) is { } whole)
        {
            if (!(step is WriteStepModel ? device.CanWrite(whole) : device.CanRead(whole)))
            {
                reporter.Report(Rule, $"{path}/target", $"{target} cannot be {(step is WriteStepModel ? "written" : "read")}.");
            }

            return;
        }

        if (device.Find(target.Register) is not { } register || !reporter.IsSound(register.Path))
        {
            return;
        }

        FieldModel? field = register.Find(target.Field ?? "");
        bool canRead = field?.Access.CanRead ?? register.CanRead, canWrite = field?.Access.CanWrite ?? register.CanWrite;
        if (step is WriteStepModel or ModifyStepModel && !canWrite)
        {
            reporter.Report(Rule, $"{path}/target", register.PreviousOf is { } doubled
                ? $"{target} is written by writing {doubled} twice, the value before first."
                : $"{target} cannot be written.");
        }
        else if (step is ModifyStepModel && !register.CanRead && !register.Shadow)
        {
            reporter.Report(Rule, $"{path}/target",
                $"Changing {target} alone must keep the other fields, and {register.FullName} cannot be read; write '{register.FullName} <- {target.Field}=...', or give it a shadow.");
        }
        else if (step is ModifyStepModel && register.IsStable)
        {
            reporter.Report(Rule, $"{path}/target",
                $"Changing {target} alone must keep the other fields, and what {register.FullName} holds moves on; write '{register.FullName} <- {target.Field}=...'.");
        }
        else if (step is ReadStepModel or PollStepModel && !canRead)
        {
            reporter.Report(Rule, $"{path}/target", $"{target} cannot be read.");
        }
    }
}
