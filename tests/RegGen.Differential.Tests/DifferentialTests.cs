using System.Globalization;
using RegGen.Backends;
using RegGen.Differential.Tests.Plans;
using RegGen.Rigs;

[assembly: AssemblyFixture(typeof(RegGen.Differential.Tests.DifferentialTable))]

namespace RegGen.Differential.Tests;

/// <summary>The same random program on the simulator and on QEMU's model: every answer has to agree, but for what the plan justifies.</summary>
/// <remarks>Environment: REGGEN_DIFFERENTIAL_SEED chooses another program, REGGEN_DIFFERENTIAL_COUNT a longer one.</remarks>
public sealed class DifferentialTests(DifferentialTable table)
{
    static readonly int s_seed = Setting("REGGEN_DIFFERENTIAL_SEED", 1);
    static readonly int s_count = Setting("REGGEN_DIFFERENTIAL_COUNT", 0);

    static readonly DevicePlan[] s_plans = [UartPlan.Plan, RtcPlan.Plan, TimerPlan.Plan, NetworkPlan.Plan, PciPlan.Plan, TestdevPlan.Plan, InterruptPlan.Plan, DmaPlan.Plan, ParallelPlan.Plan, AtaPlan.Plan];

    public static TheoryData<string> Devices => [.. s_plans.Select(plan => plan.Name)];

    [Theory]
    [MemberData(nameof(Devices))]
    public void Simulator_and_QEMU_agree(string device)
    {
        DevicePlan plan = s_plans.Single(known => known.Name == device);
        Rig.Require("qemu-system-x86_64");
        using PortBackend qemu = Start();
        var generator = new Generator(plan, s_seed);
        using var session = new Session(plan, qemu);
        var comparison = Comparison.OfRandom(Math.Max(s_count, plan.Accesses), generator, session, qemu);

        Assert.True(comparison.Failed < 0, comparison.Failed < 0 ? "" : FailureReport.Of(plan, s_seed, comparison, Shrinker.Shrink(plan, comparison, Start)));
        Assert.Empty(generator.Missing());
        Assert.All(plan.Differences, known => Assert.True(comparison.Seen.Contains(known), $"The difference in {known.Register} ({known.Why}) was not seen: remove it from the plan."));
        Assert.All(plan.Limits, limit => Assert.True(session.Used.Contains(limit), $"The limit of {limit.Register} ({limit.Why}) kept nothing from being done: remove it from the plan."));
        table.Add(plan, s_seed, comparison);

        PortBackend Start() => QemuBackend.Start(plan.Arguments);
    }

    static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : usual;
}
