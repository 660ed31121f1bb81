using RegGen.Claims;

namespace RegGen.Backends;

/// <summary>This machine's own ports.</summary>
public sealed class DirectBackend : PortBackend
{
    /// <inheritdoc/>
    public override string Name => "direct";

    /// <inheritdoc/>
    public override void Grant(PortClaim claim) => throw new PortAccessException(PortRefusal.NoNativeLibrary, claim,
        "this build has no native stubs.", "Build on Linux x64 with a C compiler.");

    /// <inheritdoc/>
    public override uint Read(ushort port, PortWidth width) => throw new InvalidOperationException();

    /// <inheritdoc/>
    public override void Write(ushort port, PortWidth width, uint value) => throw new InvalidOperationException();
}
