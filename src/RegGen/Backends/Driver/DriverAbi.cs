namespace RegGen.Backends.Driver;

/// <summary>Numbers of the driver's ABI: <c>driver/include/reggen_driver.h</c>, which says what each means. A test compares the two.</summary>
static class DriverAbi
{
    public const ushort Version = 1;

    public const uint Query = 1, Claim = 2, Release = 3, Run = 4, Policy = 5, Direct = 6;

    public const uint MostOperations = 256, MostData = 0x10000, MostRanges = 64, MostHandles = 256, KeptHandles = 16, MostEntries = 128;
    public const uint UsualDeadline = 1_000_000, LongestDeadline = 100_000_000;

    public const uint FeaturePrograms = 1, FeatureDirect = 2;
    public const byte AccessRead = 1, AccessWrite = 2;
    public const byte SharingNone = 0, SharingShared = 1;
    public const byte PolicySystem = 1, PolicyDanger = 2;
    public const byte WhoSid = 1, WhoGid = 2;
    public const byte FlagUnless = 1, FlagGoesOn = 2;

    public const ushort None = 0xFFFF, End = 0xFFFF;
    public const ulong Late = 1UL << 63;

    /// <summary>What Windows calls a request.</summary>
    public static uint Windows(uint request) => 0x9EE60000u | (3u << 14) | ((0x800u + request) << 2);

    /// <summary>What Linux calls a request.</summary>
    public static uint Linux(uint request) => (3u << 30) | (0xE7u << 8) | request;
}
