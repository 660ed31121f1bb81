using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>What steps write tells which register of a window is meant, whichever it is.</summary>
sealed class SelectionTells : Check
{
    // Handles carry address and parameters in one signed number.
    const int MostBits = 31;

    public override Rule Rule { get; } = new("RG2105", Severity.Error, "Steps do not tell what is chosen",
        "Let 'select' write every bit of 'at' and of each parameter, except what 'data' takes, by 'REG <- ...' or 'REG.Field <- ...'; an index needs neither.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach (WindowModel window in device.Windows.Where(window => reporter.IsSound(window.Path)))
        {
            if (window.Select is not { } select)
            {
                if (window.Parameters.Count > 0)
                {
                    reporter.Report(Rule, $"{window.Path}/parameters", $"{window.FullName} has parameters, but its index is all that chooses.");
                }

                continue;
            }

            if (!Hides(device, window, select, reporter))
            {
                Bits(window, select, reporter);
            }

            int width = window.Place.Sum(input => input.Width);
            if (width > MostBits)
            {
                reporter.Report(Rule, $"{window.Path}/parameters", $"'at' and the parameters have {width} bits together; the most is {MostBits}.");
            }
        }
    }

    bool Hides(DeviceModel device, WindowModel window, StepsModel select, Reporter reporter)
    {
        bool hides = false;
        if (window.Increment != Increment.None)
        {
            reporter.Report(Rule, $"{window.Path}/increment", $"No single index of {window.FullName} could move on: steps choose.");
        }

        for (int i = 0; i < select.Steps.Count; i++)
        {
            if (select.Steps[i] is CallStepModel or ReadStepModel { IsResult: true } || select.Steps[i].Targets.Any(target => device.Joined.Any(joined => joined.Name == target.Register)))
            {
                reporter.Report(Rule, $"{window.Path}/select/{i}", $"'{select.Steps[i]}' hides what is chosen from the trace and the simulator.");
                hides = true;
            }
        }

        return hides;
    }

    void Bits(WindowModel window, StepsModel select, Reporter reporter)
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
                reporter.Report(Rule, $"{window.Path}/select", taken == 0 && name != WindowModel.At
                    ? $"No step takes the parameter {name}."
                    : $"No step takes {(missing == 1ul << Lowest(missing) ? $"bit {Lowest(missing)}" : $"bits {Spelled(missing)}")} of {name}, so 0x0 and 0x{1ul << Lowest(missing):X} would be one.");
            }
        }
    }

    static IEnumerable<StepValueModel> ValuesOf(StepModel step) => step switch
    {
        WriteStepModel write => write.Parts.Select(part => part.Value),
        ModifyStepModel modify => [modify.Value],
        _ => [],
    };

    static string Spelled(ulong bits) => string.Join(", ", Enumerable.Range(0, 64).Where(bit => (bits >> bit & 1) != 0).Reverse());

    static int Lowest(ulong bits) => Enumerable.Range(0, 64).First(bit => (bits >> bit & 1) != 0);
}
