namespace RegGen.Backends.Driver;

/// <summary>Some operations of a program that the driver is sent together.</summary>
/// <param name="First">The first operation.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind">How they run.</param>
readonly record struct DriverPiece(int First, int End, DriverPieceKind Kind);

/// <summary>How a piece runs.</summary>
enum DriverPieceKind
{
    /// <summary>As one program of the driver.</summary>
    Whole,

    /// <summary>As one again and again: a poll that may take longer than the driver lets a program.</summary>
    Slices,

    /// <summary>One operation after the other: too much for the driver in another way.</summary>
    Single,
}
