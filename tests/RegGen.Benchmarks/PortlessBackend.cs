using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Benchmarks;

/// <summary>Native stubs without a port behind them. Nothing may come to it the long way: that would be another measurement.</summary>
sealed class PortlessBackend : PortBackend
{
    public override string Name => "portless";

    internal override NativeStubs Stubs => References.PortlessStubs;

    public override void Grant(PortClaim claim)
    {
    }

    public override uint Read(ushort port, PortWidth width) => throw new InvalidOperationException("A read took the detour.");

    public override void Write(ushort port, PortWidth width, uint value) => throw new InvalidOperationException("A write took the detour.");
}
