using System.Globalization;
using RegGen.Backends.Driver;
using RegGen.Claims;

namespace RegGen.Tool.Policies;

/// <summary>Ports that somebody may claim: one entry of the driver's policy.</summary>
/// <param name="Line">The line of the file that says it, from 1.</param>
/// <param name="Ports">The ports.</param>
/// <param name="Access">Sum of <see cref="DriverAbi.AccessRead"/>, <see cref="DriverAbi.AccessWrite"/>.</param>
/// <param name="Who">Who.</param>
/// <param name="Flags">Sum of <see cref="DriverAbi.PolicySystem"/>, <see cref="DriverAbi.PolicyDanger"/>.</param>
sealed record PolicyLine(int Line, PortRange Ports, byte Access, Principal Who, byte Flags)
{
    /// <summary>The entry as the driver takes it.</summary>
    public DriverEntry Entry()
    {
        DriverEntry entry = new()
        {
            First = Ports.First, Last = Ports.Last, Access = Access, Flags = Flags, WhoKind = Who.Kind, WhoSize = (byte)Who.Id.Length,
        };
        Who.Id.CopyTo(entry.Who);
        return entry;
    }

    /// <summary><c>0x3F8-0x3FF  rw  gid:20</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Ports,-14} {AccessText,-3} {Who,-12} {Denial.Spell(Flags)}").TrimEnd();

    string AccessText => $"{((Access & DriverAbi.AccessRead) != 0 ? "r" : "")}{((Access & DriverAbi.AccessWrite) != 0 ? "w" : "")}";
}
