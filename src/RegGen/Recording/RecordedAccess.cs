using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RegGen.Backends;
using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>One access of a recording, a line of its file.</summary>
/// <remarks>
/// A JSON object a line, as a trace in <see cref="TraceFormat.Json"/> writes it too:
/// <code>
/// {"t":0.001234,"thread":1,"op":"out","port":"0x2FB","width":8,"value":"0x83","register":"COM2.LCR","fields":{"WordLength":"Eight","Dlab":"1"}}
/// </code>
/// <c>t</c>: seconds since the recording began, by the bus's clock; <c>thread</c>: managed id of the thread; <c>op</c>: <c>in</c> or <c>out</c>;
/// <c>port</c>: the first port; <c>width</c>: bits, 8, 16 or 32; <c>value</c>: what went over the bus. The rest is for readers and is there where a
/// device was named: <c>register</c>: device and register; <c>word</c>: the register's whole word, where the access was a part of it; <c>fields</c>: those
/// that are not 0 or that the write acts on, by name, and <c>number</c> where the whole register is one.
/// </remarks>
/// <param name="Access">The access.</param>
public sealed record RecordedAccess(PortAccess Access)
{
    // Readable in a file, where nothing takes it for HTML.
    static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>When it was done, since the recording began, in whole microseconds.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The thread that did it, by its managed id.</summary>
    public int Thread { get; init; }

    /// <summary>Device and register, <c>COM2.LCR</c>; null if nothing was named that answers.</summary>
    public string? Register { get; init; }

    /// <summary>The register's raw word, where that is not what went over the bus; else null.</summary>
    public string? Word { get; init; }

    /// <summary>The fields, for readers.</summary>
    public IReadOnlyList<TracedField> Fields { get; init; } = [];

    /// <summary>A line of a trace as one of a recording.</summary>
    public static RecordedAccess Of(TraceLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Access)
        {
            Time = new(line.Time.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond),
            Thread = line.Thread,
            Register = line.Device is null ? null : line.Place,
            Word = line.Value == line.Access.SpellValue() ? null : line.Value,
            Fields = line.Parts,
        };
    }

    /// <summary>The line of the file, without a line end.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_readable))
        {
            json.WriteStartObject();
            json.WritePropertyName("t");
            json.WriteRawValue(Time.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture));
            json.WriteNumber("thread", Thread);
            json.WriteString("op", Access.IsWrite ? "out" : "in");
            json.WriteString("port", string.Create(CultureInfo.InvariantCulture, $"0x{Access.Port:X}"));
            json.WriteNumber("width", (int)Access.Width);
            json.WriteString("value", Access.SpellValue());
            if (Register is not null)
            {
                json.WriteString("register", Register);
            }

            if (Word is not null)
            {
                json.WriteString("word", Word);
            }

            WriteFields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary><c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c>, as a trace shows it.</summary>
    public override string ToString() =>
        $"{Register ?? Access.Place} {(Access.IsWrite ? "<-" : "->")} {Word ?? Access.SpellValue()}{(Fields.Count == 0 ? "" : " " + string.Join(' ', Fields))}";

    void WriteFields(Utf8JsonWriter json)
    {
        if (Fields.Count == 0)
        {
            return;
        }

        json.WriteStartObject("fields");
        foreach (TracedField field in Fields)
        {
            json.WriteString(field.Name.Length == 0 ? "number" : field.Name, field.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads the object of a line.</summary>
    /// <exception cref="FormatException">Something is missing or has another form; the message says what.</exception>
    internal static RecordedAccess Of(JsonElement line)
    {
        int width = line.Int32("width");
        if (width is not (8 or 16 or 32))
        {
            throw new FormatException($"\"width\" is {width}; an access has 8, 16 or 32 bits.");
        }

        ulong port = line.Hex("port"), value = line.Hex("value");
        if (port > ushort.MaxValue - (ulong)(width / 8) + 1)
        {
            throw new FormatException($"\"port\" is 0x{port:X}; the last port is 0xFFFF.");
        }

        if (value > uint.MaxValue >> (32 - width))
        {
            throw new FormatException($"\"value\" is 0x{value:X}, which is wider than {width} bits.");
        }

        string direction = line.Text("op");
        if (direction is not ("in" or "out"))
        {
            throw new FormatException($"\"op\" is \"{direction}\"; it is \"in\" or \"out\".");
        }

        double seconds = line.Number("t");
        if (seconds is < 0 or > 1e9)
        {
            throw new FormatException($"\"t\" is {seconds.ToString(CultureInfo.InvariantCulture)}; it is seconds since the recording began.");
        }

        return new(new PortAccess(direction == "out", (ushort)port, (PortWidth)width, (uint)value))
        {
            Time = TimeSpan.FromMicroseconds(Math.Round(seconds * 1e6)),
            Thread = line.Int32("thread"),
            Register = line.OptionalText("register"),
            Word = line.OptionalText("word"),
            Fields = line.Object("fields") is { } fields
                ? [.. fields.EnumerateObject().Select(field => new TracedField(field.Name == "number" ? "" : field.Name, field.Value.ToString()))]
                : [],
        };
    }
}
