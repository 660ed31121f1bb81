using System.Globalization;
using System.Text.Json.Serialization;
using RegGen.Claims;

namespace RegGen.Metadata;

/// <summary>A description as data: what the simulator plays, the trace decodes and the tools show.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Claim">Its ports; as offsets, since the base of this claim is 0.</param>
public sealed record DeviceMap(string Name, PortClaim Claim)
{
    /// <summary>What it is.</summary>
    public string Doc { get; init; } = "";

    /// <summary>The datasheet that the description was written from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Licence of the description.</summary>
    public string License { get; init; } = "";

    /// <summary>Who wrote the description.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where it is usually found.</summary>
    public IReadOnlyList<(string Name, ushort Port)> Bases { get; init; } = [];

    /// <summary>How it is recognized, if the description tells.</summary>
    public IdentityMap? Identity { get; init; }

    /// <summary>Its registers, in the order of the description.</summary>
    public required IReadOnlyList<RegisterMap> Registers { get; init; }

    /// <summary>Its parts with a base of their own.</summary>
    public IReadOnlyList<RegionMap> Regions { get; init; } = [];

    /// <summary>Its windows, those of its regions too.</summary>
    public IReadOnlyList<WindowMap> Windows { get; init; } = [];

    /// <summary>Its banks that a write selects for one access.</summary>
    public IReadOnlyList<OneShotMap> OneShots { get; init; } = [];

    /// <summary>Its joined values.</summary>
    public IReadOnlyList<JoinedMap> Joined { get; init; } = [];

    /// <summary>What locks writes of some of its registers.</summary>
    public IReadOnlyList<LockMap> Locks { get; init; } = [];

    /// <summary>The registers and fields whose writes can do harm, by name: <c>RBSTART</c>, <c>PM1_CNT.SLP_EN</c>. What a policy asks about.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, DangerMap Danger)> Dangers => AllRegisters.SelectMany(known => known.Register.Fields
        .Select(part => ($"{known.Name}.{part.Name}", part.Danger)).Prepend((known.Name, known.Register.Danger))
        .Where(part => part.Danger is not null).Select(part => (part.Item1, part.Danger!)));

    /// <summary>Whether the device can be made to reach memory, so that a claim of its ports is full trust.</summary>
    public bool ReachesMemory => Dangers.Any(part => part.Danger.ReachesMemory);

    /// <summary>A hash of all that the description says about the device, texts for people apart: equal where devices behave alike. <c>sha256:</c> and 64 digits.</summary>
    [JsonIgnore]
    public string Hash => MapHash.Of(this);

    /// <summary>A register by its full name; one in a window or region as <c>Window.Register</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RegisterMap this[string name]
    {
        get
        {
            foreach ((string known, RegisterMap register) in AllRegisters)
            {
                if (known == name)
                {
                    return register;
                }
            }

            throw new KeyNotFoundException($"{Name} has no register {name}.");
        }
    }

    /// <summary>The registers of the device, of its regions and of its windows, with their full names.</summary>
    internal IEnumerable<(string Name, RegisterMap Register)> AllRegisters => StandingRegisters.Concat(Behind(Windows.Where(window => window.Parameters.Count > 0)));

    /// <summary>Those that are there once, whatever the parameters of windows.</summary>
    internal IEnumerable<(string Name, RegisterMap Register)> StandingRegisters =>
        Registers.Select(register => (register.Name, register))
            .Concat(Regions.SelectMany(region => region.Registers.Select(register => ($"{region.Name}.{register.Name}", register))))
            .Concat(Behind(Windows.Where(window => window.Parameters.Count == 0)));

    /// <summary>The window and the set of registers that a name such as <c>Config(0,1,0).COMMAND</c> means, or null.</summary>
    internal (WindowMap Window, string Set, string Register)? FindSet(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal), close = name.IndexOf(").", StringComparison.Ordinal);
        if (open < 0 || close < open || Windows.FirstOrDefault(window => window.Parameters.Count > 0 && name.AsSpan(0, open).SequenceEqual(window.Name)) is not { } window)
        {
            return null;
        }

        List<uint> values = [];
        foreach (string value in name[(open + 1)..close].Split(','))
        {
            if (!uint.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out uint number))
            {
                return null;
            }

            values.Add(number);
        }

        return window.SetOf(values) is { } set ? (window, set, name[(close + 2)..]) : null;
    }

    static IEnumerable<(string Name, RegisterMap Register)> Behind(IEnumerable<WindowMap> windows) =>
        windows.SelectMany(window => window.Registers.Select(register => ($"{window.Name}.{register.Name}", register)));
}
