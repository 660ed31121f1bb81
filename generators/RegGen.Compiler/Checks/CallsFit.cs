using RegGen.Compiler.Binding;
using System.Text.RegularExpressions;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Checks;

/// <summary>A call names a sequence and gives it what it needs.</summary>
sealed class CallsFit : Check
{
    static readonly Regex s_element = new(@"\[[^\]]*\]", RegexOptions.CultureInvariant);

    public override Rule Rule { get; } = new("RG2084", Severity.Error, "Call does not fit",
        "Name a sequence of this description, with a value for each of its parameters.");

    public override void Run(DeviceModel device, Reporter reporter)
    {
        foreach ((StepModel step, string path) in SoundSteps(device, reporter))
        {
            if (step is CallStepModel call && Wrong(device, reporter, call) is { } what)
            {
                reporter.Report(Rule, $"{path}/call", what);
            }
        }
    }

    static string? Wrong(DeviceModel device, Reporter reporter, CallStepModel call)
    {
        if (device.FindSequence(call.Sequence) is not { } called)
        {
            string of = s_element.Replace(call.Sequence, "");
            if (device.Sequences.FirstOrDefault(known => known.Title == of && known.FullName != of) is { } several)
            {
                SequenceModel[] each = [.. device.ElementsOf(several)];
                return $"There is no '{call.Sequence}': {of} is there {each.Length} times, from {each[0].FullName} to {each[each.Length - 1].FullName}; steps name one, and compute none.";
            }

            string hint = Texts.DidYouMean(call.Sequence, device.Sequences.SelectMany(device.ElementsOf).Select(known => known.FullName));
            return $"There is no sequence '{call.Sequence}'{(hint.Length > 0 ? hint : ".")}";
        }

        if (!reporter.IsSound(called.Path))
        {
            return null;
        }

        if (called.Parameters.Count != call.Arguments.Count)
        {
            return $"{called.Name} takes {called.Parameters.Count} values; here are {call.Arguments.Count}.";
        }

        ParameterModel? narrow = called.Parameters.Where((parameter, i) => (call.Arguments[i].Reach & ~(ulong.MaxValue >> (64 - parameter.Width))) != 0).FirstOrDefault();
        return narrow is null ? null : $"The parameter {narrow.Name} of {called.Name} has {narrow.Width} bits; the value here has more.";
    }
}
