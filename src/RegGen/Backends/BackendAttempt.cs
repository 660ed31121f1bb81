using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>What became of a way to this machine's ports for one claim.</summary>
/// <param name="Backend">Name of the way.</param>
/// <param name="Claim">The claim.</param>
/// <param name="IsTaken">Whether the claim's ports are reached that way.</param>
/// <param name="Why">By what means, or why not.</param>
public sealed record BackendAttempt(string Backend, PortClaim Claim, bool IsTaken, string Why)
{
    /// <summary><c>device-file not taken for Ata at 0x1F0: it needs accesses of 16 bits, of which /dev/port would make bytes.</c></summary>
    public override string ToString() => $"{Backend} {(IsTaken ? "taken" : "not taken")} for {Claim.Device} at 0x{Claim.Base:X}: {Why}";
}
