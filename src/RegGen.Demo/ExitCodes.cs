using RegGen.Recording;

namespace RegGen.Demo;

/// <summary>What the program answers to its caller.</summary>
static class ExitCodes
{
    public const int Success = 0;
    public const int BadArguments = 2;
    public const int NotInstalled = 3;
    public const int Refused = 4;
    public const int NoDevice = 5;
    public const int Recording = 6;

    /// <summary>As <c>--help</c> shows them.</summary>
    public const string Help = """
        Exit codes:
          0  both devices answered
          2  bad arguments
          3  QEMU or the driver is not installed, or ended
          4  the ports were refused
          5  no such device there, or it does not answer
          6  the recording cannot be read or written, or is of something else
        """;

    /// <summary>The code of an expected failure; null for a defect, which is not caught.</summary>
    public static int? Of(Exception failure) => failure switch
    {
        PortAccessException { Reason: PortRefusal.NotInstalled or PortRefusal.Transport } => NotInstalled,
        PortAccessException => Refused,
        NoDeviceException or TimeoutException => NoDevice,
        RecordingException or ReplayException or IOException or UnauthorizedAccessException => Recording,
        _ => null,
    };
}
