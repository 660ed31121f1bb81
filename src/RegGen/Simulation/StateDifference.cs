using RegGen.Metadata;

namespace RegGen.Simulation;

/// <summary>A register that holds another word than before.</summary>
/// <param name="Register">Its full name.</param>
/// <param name="Map">Its description.</param>
/// <param name="Before">The word before.</param>
/// <param name="After">The word now.</param>
public sealed record StateDifference(string Register, RegisterMap Map, ulong Before, ulong After)
{
    /// <summary><c>LCR 0x00 -> 0x83 WordLength=Eight Dlab=1</c>: with the fields that it has now.</summary>
    public override string ToString() => $"{Register} {Word(Before)} -> {Map.Describe(After)}";

    string Word(ulong word) => "0x" + word.ToString($"X{Map.Width / 4}", System.Globalization.CultureInfo.InvariantCulture);
}
