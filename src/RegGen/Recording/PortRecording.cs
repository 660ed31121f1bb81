namespace RegGen.Recording;

/// <summary>Every access of a session, in a file that is replayed without the hardware.</summary>
/// <remarks>
/// <example>
/// On the machine with the device, and in a test on any other:
/// <code>
/// var com2 = new TracedDevice("COM2", Uart16550.Map, 0x2F8);
/// using (var bus = PortBus.Open(Uart16550.Claim(0x2F8)))
/// using (bus.Record("session.jsonl", com2))
///     Drive(new Uart16550(bus, 0x2F8));
///
/// using var replay = PortBus.Open(new ReplayBackend(PortRecording.Load("session.jsonl"), ReplayMode.Strict, com2), Uart16550.Claim(0x2F8));
/// Drive(new Uart16550(replay, 0x2F8));
/// </code>
/// </example>
/// The file is text: a header (<see cref="RecordingHeader"/>), a line for each access (<see cref="RecordedAccess"/>), and in the end
/// <c>{"end":"recording","accesses":26}</c>, by which a file that was cut off is told. Objects may have further properties, which readers pass over.
/// </remarks>
/// <param name="File">Name of the file, for messages.</param>
/// <param name="Header">What was recorded.</param>
/// <param name="Accesses">The accesses, in order. The first one stands on line 2 of the file.</param>
/// <param name="IsComplete">Whether the recording was ended, rather than cut off.</param>
public sealed record PortRecording(string File, RecordingHeader Header, IReadOnlyList<RecordedAccess> Accesses, bool IsComplete)
{
    const int FirstAccess = 2;

    /// <summary>Reads a recording that was ended.</summary>
    /// <exception cref="RecordingException">The file is no recording, is damaged or was cut off; the message says where, and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PortRecording Load(string path)
    {
        PortRecording recording = LoadWhatIsThere(path);
        return recording.IsComplete ? recording : throw new RecordingException(path, FirstAccess + recording.Accesses.Count, "The recording was cut off: its last line is missing.",
            $"Record again; {nameof(LoadWhatIsThere)} reads the {recording.Accesses.Count} accesses that are there.");
    }

    /// <summary>Reads a recording also if it was cut off, as by the end of the program or the machine; a last line that is not whole is left out.</summary>
    /// <exception cref="RecordingException">The file is no recording, or is damaged; the message says where.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PortRecording LoadWhatIsThere(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return new RecordingReader(path, reader).Read();
    }

    /// <summary>Reads a recording from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="RecordingException">The text is no recording, or is damaged; the message says where.</exception>
    public static PortRecording Read(TextReader reader, string name = "recording")
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new RecordingReader(name, reader).Read();
    }

    /// <summary>Line of an access in the file.</summary>
    internal static int LineOf(int index) => FirstAccess + index;
}
