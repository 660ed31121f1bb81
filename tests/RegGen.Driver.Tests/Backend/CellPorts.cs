using RegGen.Backends;
using RegGen.Claims;

namespace RegGen.Driver.Tests.Backend;

/// <summary>Ports that hold bytes, and tell of each access. Those from 0x3F0 on count their reads.</summary>
sealed class CellPorts : PortBackend
{
    public const ushort Counting = 0x3F0;

    readonly byte[] _cells = new byte[0x10004];

    public override string Name => "cells";

    public List<PortAccess> Log { get; } = [];

    public override void Grant(PortClaim claim)
    {
    }

    public override uint Read(ushort port, PortWidth width)
    {
        uint value = ValueAt(_cells.AsSpan(port), 0, (int)width / 8);
        Log.Add(new(false, port, width, value));
        if (port >= Counting)
        {
            _cells[port]++;
        }

        return value;
    }

    public override void Write(ushort port, PortWidth width, uint value)
    {
        Log.Add(new(true, port, width, value));
        for (int i = 0; i < (int)width / 8; i++)
        {
            _cells[port + i] = (byte)(value >> (8 * i));
        }
    }
}
