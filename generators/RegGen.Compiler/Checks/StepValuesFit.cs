using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What a step writes or compares fits where it goes.</summary>
sealed class StepValuesFit : Check
{
    public override Rule Rule { get; } = new("RG2082", Severity.Error, "Value in a step too large",
        "Write a smaller number, or take only some bits of a variable, such as 'count[7..0]'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((StepModel step, string path) in SoundSteps(device, reporter))
        {
            switch (step)
            {
                case WriteStepModel write:
                    foreach (StepPartModel part in write.Parts)
                    {
                        Fit(device, reporter, new(write.Register, part.Field), part.Value.Reach, $"{part.Value}", $"{path}/{part.Field ?? "value"}");
                    }

                    break;
                case ModifyStepModel modify:
                    Fit(device, reporter, modify.Field, modify.Value.Reach, $"{modify.Value}", $"{path}/value");
                    break;
                case PollStepModel poll:
                    foreach (StepTestModel test in poll.Tests)
                    {
                        Fit(device, reporter, test.Field, test.Values.Aggregate(0ul, (bits, value) => bits | value), test.Text, path);
                    }

                    break;
            }
        }
    }

    void Fit(DeviceModel device, Reporter reporter, FieldReference target, ulong reach, string written, string path)
    {
        int width = device.WidthOf(target);
        ulong largest = width is 0 or 64 ? ulong.MaxValue : (1ul << width) - 1;
        if ((reach & ~largest) != 0)
        {
            reporter.Report(Rule, path, $"{target} holds {width} bits; '{written}' has more.");
        }
    }
}
