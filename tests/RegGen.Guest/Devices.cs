using RegGen.Claims;

namespace RegGen.Guest;

/// <summary>QEMU's second serial port.</summary>
static class Uart
{
    public const ushort Port = 0x2F8;
    public const ushort LineControl = Port + 3;
    public const ushort ModemControl = Port + 4;
    public const ushort Scratch = Port + 7;

    public static PortClaim Claim { get; } = new("Uart", Port, [new(Port, Scratch)]);
}

/// <summary>The clock chip with its RAM.</summary>
static class Clock
{
    public const ushort Index = 0x70;
    public const ushort Data = 0x71;

    public static PortClaim Claim { get; } = new("Clock", Index, [new(Index, Data)]);
}

/// <summary>QEMU's pc-testdev: one cell of four bytes, and four of one.</summary>
static class TestDevice
{
    public const ushort Cell = 0xE0;
    public const ushort Bytes = 0xE8;

    public static PortClaim Claim { get; } = new("TestDevice", Cell, [new(Cell, Cell + 3), new(Bytes, Bytes + 3)]);
}
