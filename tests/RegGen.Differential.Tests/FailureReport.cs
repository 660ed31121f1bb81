using System.Globalization;
using System.Text;

namespace RegGen.Differential.Tests;

/// <summary>What a reader needs to see why the two differ: the last accesses by name, both answers side by side.</summary>
static class FailureReport
{
    const int Shown = 25;

    public static string Of(DevicePlan plan, int seed, Comparison first, Comparison shrunk)
    {
        Step step = first.Steps[first.Failed];
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Name}: simulator and QEMU differ at access {first.Failed} of seed {seed}: {step.Name}.");
        text.AppendLine("Mend the description or the simulator where the datasheet agrees with QEMU; else list the difference in the plan, with the reason.");
        text.AppendLine(CultureInfo.InvariantCulture, $"The shortest program found has {shrunk.Failed + 1} accesses{(shrunk.Failed + 1 > Shown ? $", of which the last {Shown} are" : "")}:");
        for (int i = Math.Max(0, shrunk.Failed + 1 - Shown); i <= shrunk.Failed; i++)
        {
            text.AppendLine(Line(shrunk.Steps[i], shrunk.Answers[i]));
        }

        return text.ToString();
    }

    static string Line(Step step, uint answer)
    {
        RawAccess access = step.Access;
        string place = $"  {(access.IsWrite ? "out" : "in ")}{access.Width,-2} {access.Port:X4} {step.Name}";
        return access.IsWrite
            ? $"{place} <- {step.Text(access.Value)}"
            : $"{place} -> simulator {step.Text(step.Answer)}{(answer == step.Answer ? ", QEMU the same" : $", QEMU {step.Text(answer)}, not compared 0x{~step.Mask & (uint.MaxValue >> (32 - access.Width)):X}")}";
    }
}
