using RegGen.Backends;
using RegGen.Claims;

namespace RegGen;

/// <summary>A claim or an access that was refused. Nothing was read or written.</summary>
public sealed class PortAccessException : Exception
{
    /// <summary>A refusal with its cause and its remedy.</summary>
    public PortAccessException(PortRefusal reason, string cause, string remedy, Exception? inner = null)
        : base($"{cause} {remedy}", inner) => (Reason, Cause, Remedy) = (reason, cause, remedy);

    /// <summary>A refused access to a port.</summary>
    public PortAccessException(PortRefusal reason, PortAccess access, string cause, string remedy, Exception? inner = null)
        : base(Spell(access, null, null, cause, remedy), inner) =>
        (Reason, Cause, Remedy, Access) = (reason, cause, remedy, access);

    /// <summary>A refused claim.</summary>
    public PortAccessException(PortRefusal reason, PortClaim claim, string cause, string remedy, Exception? inner = null)
        : base($"The claim of {claim} was refused: {cause} {remedy}", inner) =>
        (Reason, Cause, Remedy, Claim) = (reason, cause, remedy, claim);

    PortAccessException(PortAccessException first, IReadOnlyList<BackendAttempt> attempts)
        : base($"{first.Message} Other ways: {string.Join(" ", attempts.Skip(1).Select(attempt => $"{attempt.Backend}: {attempt.Why}"))}", first) =>
        (Reason, Cause, Remedy, Claim, Attempts) = (first.Reason, first.Cause, first.Remedy, first.Claim, attempts);

    PortAccessException(PortAccessException same, string message, int? operation, string? register)
        : base(message, same.InnerException) =>
        (Reason, Cause, Remedy, Access, Claim, Attempts, Operation, Register) =
        (same.Reason, same.Cause, same.Remedy, same.Access, same.Claim, same.Attempts, operation, register);

    /// <summary>Why.</summary>
    public PortRefusal Reason { get; }

    /// <summary>Why, in words.</summary>
    public string Cause { get; }

    /// <summary>What to do about it, one or two sentences.</summary>
    public string Remedy { get; }

    /// <summary>The refused access, if it was one.</summary>
    public PortAccess? Access { get; }

    /// <summary>The refused claim, if it was one.</summary>
    public PortClaim? Claim { get; }

    /// <summary>Every way to the ports that was tried for the claim, the best one first; this refusal is the first one's.</summary>
    public IReadOnlyList<BackendAttempt> Attempts { get; } = [];

    /// <summary>Index of the refused operation in its program, if it was one of several. Those before it were done.</summary>
    public int? Operation { get; }

    /// <summary>The register of the refused access, with the device's name: <c>Uart16550.LSR</c>; null where nobody knows it.</summary>
    public string? Register { get; }

    /// <summary>This refusal, of an operation of a program.</summary>
    internal PortAccessException At(int operation, int length) =>
        length == 1 || Access is not { } access ? this : new(this, Spell(access, operation, Register, Cause, Remedy), operation, Register);

    /// <summary>This refusal, with the name of what was accessed.</summary>
    internal PortAccessException Of(string register) =>
        Access is not { } access ? this : new(this, Spell(access, Operation, register, Cause, Remedy), Operation, register);

    /// <summary>This refusal, as the first of several ways that failed.</summary>
    internal PortAccessException Among(IReadOnlyList<BackendAttempt> attempts) => attempts.Count > 1 ? new(this, attempts) : this;

    static string Spell(PortAccess access, int? operation, string? register, string cause, string remedy)
    {
        string port = $"port 0x{access.Port:X} ({(int)access.Width} bits)";
        string what = $"{(access.IsWrite ? "Writing" : "Reading")} {(register is null ? port : $"{register} at {port}")}";
        return $"{what}{(operation is { } index ? $", operation {index} of its program," : "")} was refused: {cause} {remedy}";
    }
}
