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
    internal IEnumerable<(string Name, RegisterMap Register)> AllRegisters =>
        Registers.Select(register => (register.Name, register))
            .Concat(Regions.SelectMany(region => region.Registers.Select(register => ($"{region.Name}.{register.Name}", register))))
            .Concat(Windows.SelectMany(window => window.Registers.Select(register => ($"{window.Name}.{register.Name}", register))));
}
