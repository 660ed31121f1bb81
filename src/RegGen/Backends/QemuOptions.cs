namespace RegGen.Backends;

/// <summary>How <see cref="QemuBackend.Start(QemuOptions)"/> starts QEMU.</summary>
public sealed record QemuOptions
{
    /// <summary>The program: a name on the PATH, or a path.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Program { get; init => field = Named(value); } = "qemu-system-x86_64";

    /// <summary>The machine (<c>-M</c>): <c>pc</c> has a PIIX chipset, <c>q35</c> an ICH9.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string Machine { get; init => field = Named(value); } = "pc";

    /// <summary>Further arguments: devices, the clock, drives. The machine itself has no device that was not asked for.</summary>
    /// <exception cref="ArgumentException">It contains <c>-daemonize</c>, which would leave a process behind.</exception>
    public IReadOnlyList<string> Arguments { get; init => field = Attached(value); } = [];

    /// <summary>How long QEMU may take until it answers for the first time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or more than an hour.</exception>
    public TimeSpan StartTimeout { get; init => field = Finite(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long QEMU may take to answer an access.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero, or more than an hour.</exception>
    public TimeSpan AnswerTimeout { get; init => field = Finite(value); } = TimeSpan.FromSeconds(10);

    /// <summary>Checks a timeout; sockets count it in whole milliseconds.</summary>
    internal static TimeSpan Finite(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
        return value;
    }

    static string Named(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return value;
    }

    static string[] Attached(IReadOnlyList<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        string[] copy = [.. value];
        foreach (string argument in copy)
        {
            ArgumentNullException.ThrowIfNull(argument, nameof(value));
            if (argument is "-daemonize" or "--daemonize")
            {
                throw new ArgumentException($"{argument} detaches QEMU, which then outlives its backend. Leave it out.", nameof(value));
            }
        }

        return copy;
    }
}
