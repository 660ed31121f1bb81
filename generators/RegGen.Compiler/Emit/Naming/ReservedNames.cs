namespace RegGen.Compiler.Emit;

/// <summary>Names that generated code needs for something else, by the place where they are taken.</summary>
static class ReservedNames
{
    /// <summary>What each object has.</summary>
    public static readonly HashSet<string> ObjectMembers = ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    /// <summary>What generated code calls by its name alone; a type beside the devices cannot have such a name either.</summary>
    public static readonly HashSet<string> RuntimeTypes =
    [
        "PortBus", "PortDevice", "PortClaim", "PortBackend", "PortWidth", "PortAccessException", "Register", "ReadOnlyRegister", "WriteOnlyRegister",
        "ShadowedRegister", "SplitRegister", "NumberRegister", "ReadOnlyNumberRegister", "WriteOnlyNumberRegister", "NumberFifo",
        "ReadOnlyNumberFifo", "WriteOnlyNumberFifo", "NumberCode", "NumberRoute", "DangerousNumber", "DangerousNumberFifo", "DangerousNumbers", "DoubledRegister", "WriteOnlyDoubledRegister",
        "OneShotMap", "FieldBits", "RegisterFields", "FieldValue", "IRegisterValue", "DeviceMap", "RegisterMap", "FieldMap", "NumberKind",
        "WindowMap", "WindowParameter", "SelectionMap", "JoinedMap", "EnumMap",
        "Condition", "Access", "ReadEffect", "WriteEffect", "ReservedPolicy", "Selector", "BankRoute", "WindowRoute", "ShadowRoute", "JoinedRoute", "JoinedPart",
        "PairRoute", "BankEnd", "ArrayOf", "Spacing", "IArrayElement", "MapElements", "PlaceMap",
        "PortRegion", "RegionBase", "FixedBase", "SelectedBase", "ReadBase", "RegionMap", "DataPort", "Increment", "WindowDoor", "WindowScope",
        "PciPlace", "PciScan", "PciFilter", "Span", "ReadOnlySpan", "Route",
        "TransferRoute", "Identification", "IdentityMap", "NotNullWhen", "NotNullWhenAttribute", "Func", "RecoveryRoute", "StableRoute", "TimeoutException", "BigEndianRoute", "TransferMap", "Fifo", "ReadOnlyFifo", "WriteOnlyFifo", "Sequence", "StepList", "StepValue", "StepTerm", "StepPlace", "StepTest",
        "WriteStep", "ModifyStep",
        "ReadStep", "ReadBlockStep", "PollStep", "DelayStep",
        "UnlockedRoute", "LockMap", "KeyMap", "Danger", "Dangerous", "DangerousRegisters", "DangerMap", "IWrittenRegister",
        "CallStep", "SteppedRoute", "TimeSpan", "MethodImpl", "MethodImplAttribute", "MethodImplOptions", "AggressiveInlining", "RegGen", "System",
    ];

    /// <summary>Members of every device.</summary>
    public static readonly HashSet<string> DeviceMembers =
    [
        .. ObjectMembers, "Bus", "BasePort", "Dispose", "Map", "Claim", "WidestClaim", "FindRegion", "Locate", "Open", "Bases", "Routes", "Spacings", "Sequences",
        "Description",
    ];

    /// <summary>Members of every block.</summary>
    public static readonly HashSet<string> BlockMembers = [.. ObjectMembers, "Routes", "Spacings", "Sequences"];

    /// <summary>Members of every value, and what its code calls.</summary>
    public static readonly HashSet<string> ValueMembers =
    [
        .. ObjectMembers, "Raw", "Reset", "Inert", "Preserved", "Map", "PrintMembers", "Deconstruct", "Register", "Timeout", "Cancellation",
        "FieldBits", "FieldValue", "Mask", "Bits", "Danger",
    ];

    /// <summary>Members of every window.</summary>
    public static readonly HashSet<string> WindowMembers = ["ReadRaw", "WriteRaw", "ReadRaw8", "ReadRaw16", "ReadRaw32", "WriteRaw8", "WriteRaw16", "WriteRaw32", "ReadAll", "Size", "Routes", "Spacings", "Enter", "Dispose"];

    /// <summary>Calls with named fields.</summary>
    public static readonly HashSet<string> Calls = ["Write", "Modify", "WaitUntil", "TryWaitUntil"];
}
