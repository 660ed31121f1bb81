namespace RegGen.Backends.Driver;

/// <summary>Why the driver refused something or stopped: <c>REGGEN_OK</c>, <c>REGGEN_E_*</c>.</summary>
enum DriverStatus : uint
{
    Ok = 0,
    Version = 1,
    Request = 2,
    Count = 3,
    Room = 4,
    Busy = 5,
    Full = 6,
    Range = 7,
    Policy = 8,
    Flag = 9,
    Denied = 10,
    Taken = 11,
    Claim = 12,
    Operation = 13,
    Reference = 14,
    Time = 15,
    Data = 16,
    Value = 17,
    Late = 18,
    Deadline = 19,
    Stopped = 20,
    Entry = 21,
    Locked = 22,
    Owned = 23,
    Direct = 24,
}
