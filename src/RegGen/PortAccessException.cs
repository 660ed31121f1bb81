using RegGen.Claims;

namespace RegGen;

/// <summary>A claim or an access that was refused. Nothing was read or written.</summary>
public sealed class PortAccessException : Exception
{
    /// <summary>A refusal with its cause and its remedy.</summary>
    public PortAccessException(PortRefusal reason, string cause, string remedy, Exception? inner = null)
        : base($"{cause} {remedy}", inner) => (Reason, Remedy) = (reason, remedy);

    /// <summary>A refused access to a port.</summary>
    public PortAccessException(PortRefusal reason, PortAccess access, string cause, string remedy, Exception? inner = null)
        : base($"{(access.IsWrite ? "Writing" : "Reading")} port 0x{access.Port:X} ({(int)access.Width} bits) was refused: {cause} {remedy}", inner) =>
        (Reason, Remedy, Access) = (reason, remedy, access);

    /// <summary>A refused claim.</summary>
    public PortAccessException(PortRefusal reason, PortClaim claim, string cause, string remedy, Exception? inner = null)
        : base($"The claim of {claim} was refused: {cause} {remedy}", inner) => (Reason, Remedy, Claim) = (reason, remedy, claim);

    /// <summary>Why.</summary>
    public PortRefusal Reason { get; }

    /// <summary>What to do about it, one or two sentences.</summary>
    public string Remedy { get; }

    /// <summary>The refused access, if it was one.</summary>
    public PortAccess? Access { get; }

    /// <summary>The refused claim, if it was one.</summary>
    public PortClaim? Claim { get; }
}
