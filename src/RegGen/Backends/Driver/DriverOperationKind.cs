namespace RegGen.Backends.Driver;

/// <summary>What an operation of the driver does: <c>REGGEN_OP_*</c>.</summary>
enum DriverOperationKind : byte
{
    In = 1,
    Out = 2,
    Modify = 3,
    Poll = 4,
    Stall = 5,
    Ins = 6,
    Outs = 7,
    Combine = 8,
    Branch = 9,
    Repeat = 10,
}
