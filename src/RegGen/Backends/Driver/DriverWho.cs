using System.Runtime.CompilerServices;

namespace RegGen.Backends.Driver;

/// <summary>A gid, or a SID of the longest kind: 15 authorities.</summary>
[InlineArray(68)]
struct DriverWho
{
    byte _first;
}
