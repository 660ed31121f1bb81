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

    /// <summary>Where it is usually found.</summary>
    public IReadOnlyList<(string Name, ushort Port)> Bases { get; init; } = [];

    /// <summary>Its registers, in the order of the description.</summary>
    public required IReadOnlyList<RegisterMap> Registers { get; init; }

    /// <summary>Its windows.</summary>
    public IReadOnlyList<WindowMap> Windows { get; init; } = [];

    /// <summary>Its joined values.</summary>
    public IReadOnlyList<JoinedMap> Joined { get; init; } = [];

    /// <summary>A register by its name; one in a window as <c>Window.Register</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RegisterMap this[string name]
    {
        get
        {
            if (Registers.FirstOrDefault(register => register.Name == name) is { } own)
            {
                return own;
            }

            int dot = name.IndexOf('.', StringComparison.Ordinal);
            IReadOnlyList<RegisterMap>? among = dot < 0 ? Registers : Windows.FirstOrDefault(window => window.Name == name[..dot])?.Registers;
            return among?.FirstOrDefault(register => register.Name == name[(dot + 1)..])
                ?? throw new KeyNotFoundException($"{Name} has no register {name}.");
        }
    }
}
