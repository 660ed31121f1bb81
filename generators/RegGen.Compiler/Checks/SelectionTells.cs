using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What steps write tells which register of a window is meant, whichever it is.</summary>
sealed class SelectionTells : Check
{
    // Handles carry address and parameters in one signed number.
    const int MostBits = 31;

    public override Rule Rule { get; } = new("RG2105", Severity.Error, "Steps do not tell what is chosen",
        "Let 'select' write every bit of 'at' and of each parameter, except what 'data' takes, by 'REG <- ...' or 'REG.Field <- ...'; an index needs neither. 'read' has one 'result value <- REG', 'write' one 'REG <- value'.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows.Where(window => reporter.IsSound(window.Path)))
        {
            if (window.IsIndexed)
            {
                if (window.Parameters.Count > 0)
                {
                    reporter.Report(Rule, $"{window.Path}/parameters", $"{window.FullName} has parameters, but its index is all that chooses.");
                }

                continue;
            }

            if (window.Increment != Increment.None)
            {
                reporter.Report(Rule, $"{window.Path}/increment", $"No single index of {window.FullName} could move on: steps choose.");
            }

            foreach ((string path, bool isWrite, StepsModel? whole) in new[]
            {
                ($"{window.Path}/select", false, window.Select), ($"{window.Path}/read", false, window.ReadSteps), ($"{window.Path}/write", true, window.WriteSteps),
            })
            {
                if (whole is not null && !Hides(device, window, whole, isWrite, path, reporter))
                {
                    Bits(window, window.Choosing(isWrite)!, path, reporter);
                }
            }

            int width = window.Place.Sum(input => input.Width);
            if (width > MostBits)
            {
                reporter.Report(Rule, $"{window.Path}/parameters", $"'at' and the parameters have {width} bits together; the most is {MostBits}.");
            }
        }
    }

    bool Hides(DeviceModel device, WindowModel window, StepsModel whole, bool isWrite, string path, Reporter reporter)
    {
        bool hides = false;
        int data = ReferenceEquals(whole, window.Select) ? whole.Steps.Count : WindowModel.DataStepOf(whole, isWrite);
        if (data == whole.Steps.Count && !ReferenceEquals(whole, window.Select))
        {
            Say(path, isWrite ? "No step is 'REG <- value', which hands over what is written." : "No step is 'result value <- REG', which takes what is read.");
        }

        for (int i = 0; i < whole.Steps.Count; i++)
        {
            StepModel step = whole.Steps[i];
            if (i < data && (step is CallStepModel || step.Targets.Any(target => device.FindJoined(target.Register) is not null)))
            {
                Say($"{path}/{i}", $"'{step}' hides what is chosen from the trace and the simulator.");
            }
            else if (i != data && (step is ReadStepModel { IsResult: true } || Variables(step).Contains(WindowModel.Value)))
            {
                Say($"{path}/{i}", $"'{step}' is not the one step that hands over the value.");
            }
            else if (i > data && Variables(step).Except(window.Place.Select(input => input.Name)).Except(window.After(isWrite)!.Variables).FirstOrDefault() is { } known)
            {
                Say($"{path}/{i}", $"Behind the access, '{known}' is not known any more.");
            }
        }

        return hides;

        void Say(string at, string what)
        {
            hides = true;
            reporter.Report(Rule, at, what);
        }
    }

    static IEnumerable<string> Variables(StepModel step) => ValuesOf(step).SelectMany(value => value.Terms).Select(term => term.Variable);

    void Bits(WindowModel window, StepsModel select, string path, Reporter reporter)
    {
        foreach ((string name, _, int width) in window.Place)
        {
            ulong taken = name == WindowModel.At ? (1ul << window.LaneBits) - 1 : 0;
            foreach (StepTermModel term in select.Steps.SelectMany(ValuesOf).SelectMany(value => value.Terms).Where(term => term.Variable == name))
            {
                taken |= term.Mask << term.Low;
            }

            ulong missing = (ulong.MaxValue >> (64 - width)) & ~taken;
            if (missing != 0)
            {
                reporter.Report(Rule, path, taken == 0 && name != WindowModel.At
                    ? $"No step takes the parameter {name}."
                    : $"No step takes {(missing == 1ul << Lowest(missing) ? $"bit {Lowest(missing)}" : $"bits {Spelled(missing)}")} of {name}, so 0x0 and 0x{1ul << Lowest(missing):X} would be one.");
            }
        }
    }

    static IEnumerable<StepValueModel> ValuesOf(StepModel step) => step switch
    {
        WriteStepModel write => write.Parts.Select(part => part.Value),
        ModifyStepModel modify => [modify.Value],
        CallStepModel call => call.Arguments,
        _ => [],
    };

    static string Spelled(ulong bits) => string.Join(", ", Enumerable.Range(0, 64).Where(bit => (bits >> bit & 1) != 0).Reverse());

    static int Lowest(ulong bits) => Enumerable.Range(0, 64).First(bit => (bits >> bit & 1) != 0);
}
