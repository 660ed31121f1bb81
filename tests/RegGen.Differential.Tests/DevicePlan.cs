using RegGen.Backends;
using RegGen.Metadata;
using RegGen.Simulation;

namespace RegGen.Differential.Tests;

/// <summary>How a device is compared: the description on the simulator with QEMU's model of the device.</summary>
/// <param name="Name">The device, as the table shows it.</param>
/// <param name="Map">Its description.</param>
/// <param name="Base">Its first port.</param>
/// <param name="Arguments">What QEMU is started with.</param>
sealed record DevicePlan(string Name, DeviceMap Map, ushort Base, params string[] Arguments)
{
    /// <summary>What stands before the first access: values that the datasheet leaves open, and behaviour that is attached. QEMU may be read for it.</summary>
    public Action<SimulatedDevice, PortBackend> SetUp { get; init; } = static (_, _) => { };

    /// <summary>What a legal program does not do.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Where the two may differ.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Registers that are reached by the name of the one before them, since nothing in an access tells them apart.</summary>
    public IReadOnlyList<string> Unnamed { get; init; } = [];

    /// <summary>The ports at which reads of 16 and 32 bits are made also where no register has that width: both have to answer ones.</summary>
    public Func<ushort, bool> Unanswered { get; init; } = static _ => false;

    /// <summary>Whether wider accesses are made too, which an ISA bus splits into bytes.</summary>
    public bool IsSplit { get; init; } = true;

    /// <summary>How often registers are accessed compared with others, where that is not 1; of those that choose what answers, writes count 50.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Values that are written to a port more often than others.</summary>
    public IReadOnlyDictionary<ushort, uint[]> Values { get; init; } = new Dictionary<ushort, uint[]>();

    /// <summary>How many accesses it takes until all that is listed has come up.</summary>
    public int Accesses { get; init; } = 20_000;

    public override string ToString() => Name;
}

/// <summary>A part of what a register could do that legal programs leave alone.</summary>
/// <param name="Register">Its name, without the parameters of a window; several are separated by bars.</param>
/// <param name="Why">The reason.</param>
sealed record Limit(string Register, string Why)
{
    /// <summary>Whether it is not read at all.</summary>
    public bool NeverRead { get; init; }

    /// <summary>Whether it is not written at all.</summary>
    public bool NeverWritten { get; init; }

    /// <summary>Makes a value legal that is to be written, as the device stands; a legal one stays, and null means that none is.</summary>
    public Func<SimulatedDevice, uint, uint?>? Write { get; init; }

    /// <summary>When it holds, as the device stands; null means always.</summary>
    public Func<SimulatedDevice, bool>? While { get; init; }

    /// <summary>Neither read nor written.</summary>
    public static Limit Never(string register, string why) => new(register, why) { NeverRead = true, NeverWritten = true };
}

/// <summary>A justified difference. One that is never seen is not needed, and fails the test.</summary>
/// <param name="Register">The register's name, without the parameters of a window; several are separated by bars.</param>
/// <param name="Bits">The bits that may differ.</param>
/// <param name="Why">Time, not modelled, or who is wrong by which page of the datasheet.</param>
sealed record Difference(string Register, ulong Bits, string Why)
{
    /// <summary>When they may: as the simulated device stands before the read; null means always.</summary>
    public Func<SimulatedDevice, bool>? When { get; init; }
}
