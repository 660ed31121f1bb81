using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>Looking whether it is the device changes nothing: what is compared is only read, and what a probe writes is put back.</summary>
sealed class IdentityIsHarmless : Check
{
    public override Rule Rule { get; } = new("RG2123", Severity.Error, "Identification with side effects",
        "Compare only what can be read without effect, and name under 'restores' all that the probe writes.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        if (device.Identity is not { } identity || !reporter.IsSound(IdentityModel.Path))
        {
            return;
        }

        string path = reporter.Nearest(IdentityModel.Path, "condition");
        foreach (string name in identity.When.Terms.Select(term => term.Field.Register).Distinct())
        {
            RegisterModel register = device.Find(name)!;
            if (reporter.IsSound(register.Path) && Harm(register) is { } harm)
            {
                reporter.Report(Rule, path, $"{name} {harm}.");
            }
        }

        Restored(device, identity, reporter);
    }

    static string? Harm(RegisterModel register) => !register.CanRead ? "cannot be read"
        : register.Fifo ? "is a queue: reading it takes a value that somebody waits for"
        : register.IsReadDestructive ? "changes when it is read"
        : null;

    void Restored(DeviceModel device, IdentityModel identity, Reporter reporter)
    {
        if (identity.Probe is not { } probe)
        {
            return;
        }

        foreach (string name in Written(device, probe, []).Distinct().Where(name => !identity.Restores.Contains(name)))
        {
            reporter.Report(Rule, $"{IdentityModel.Path}/probe", $"The probe writes {name} and leaves it so.");
        }

        foreach (RegisterModel register in identity.Restores.Select(name => device.Find(name)!).Where(register => reporter.IsSound(register.Path)))
        {
            string? why = !register.CanRead || register.IsReadDestructive ? "what it holds cannot be read without effect"
                : !register.CanChange ? "writing back what was read would act"
                : null;
            if (why is not null)
            {
                reporter.Report(Rule, $"{IdentityModel.Path}/restores", $"{register.FullName} cannot be put back: {why}.");
            }
        }
    }

    // Also by the sequences that it calls; one that calls itself is reported elsewhere.
    static IEnumerable<string> Written(DeviceModel device, StepsModel steps, IReadOnlyList<string> around) => steps.Steps.SelectMany(step => step switch
    {
        WriteStepModel write => device.FindJoined(write.Register)?.Registers ?? (IEnumerable<string>)[write.Register],
        ModifyStepModel modify => [modify.Field.Register],
        CallStepModel call when !around.Contains(call.Sequence) && device.FindSequence(call.Sequence) is { } called =>
            Written(device, called.Steps, [.. around, call.Sequence]),
        _ => [],
    });
}
