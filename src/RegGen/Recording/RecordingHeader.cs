using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using RegGen.Claims;

namespace RegGen.Recording;

/// <summary>What a recording is of: the first line of its file.</summary>
/// <remarks>
/// <code>
/// {"reggen":"recording","version":1,"program":"RegGen 0.1.0","backend":"direct","started":"2026-11-28T18:00:00Z","ports":["0x2F8-0x2FF"],
///  "devices":[{"name":"COM2","device":"Uart16550","base":"0x2F8","hash":"sha256:..."}]}
/// </code>
/// on one line. <c>version</c> is the version of this form; it changes when a reader of the older one would misunderstand the newer one.
/// </remarks>
/// <param name="Backend">Name of the backend that was recorded.</param>
/// <param name="Ports">The ports that it had granted.</param>
/// <param name="Devices">The devices that were named.</param>
public sealed record RecordingHeader(string Backend, IReadOnlyList<PortRange> Ports, IReadOnlyList<RecordedDevice> Devices)
{
    /// <summary>The version of the form that this library writes, and the newest that it reads.</summary>
    public const int FormVersion = 1;

    const string Kind = "recording";

    /// <summary>What wrote it.</summary>
    public string Program { get; init; } = "RegGen " + Version;

    /// <summary>When the recording began, in UTC.</summary>
    public DateTime Started { get; init; }

    static string Version => typeof(RecordingHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The line of the file, without a line end.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("reggen", Kind);
            json.WriteNumber("version", FormVersion);
            json.WriteString("program", Program);
            json.WriteString("backend", Backend);
            json.WriteString("started", Started.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartArray("ports");
            foreach (PortRange range in Ports)
            {
                json.WriteStringValue(range.ToString());
            }

            json.WriteEndArray();
            json.WriteStartArray("devices");
            foreach (RecordedDevice device in Devices)
            {
                device.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads the object of a first line; null if it is not of a recording.</summary>
    /// <exception cref="FormatException">Something is missing or has another form; the message says what.</exception>
    internal static RecordingHeader? Of(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("reggen", out JsonElement kind) || kind.ValueKind != JsonValueKind.String || kind.GetString() != Kind)
        {
            return null;
        }

        int version = line.Int32("version");
        if (version is < 1 or > FormVersion)
        {
            throw new FormatException($"It has version {version} of the form; this library reads {FormVersion}. It was written by {line.OptionalText("program") ?? "an unknown program"}.");
        }

        return new(
            line.Text("backend"),
            [.. line.List("ports").Select(range => PortRange.Parse(range.ToString()))],
            [.. line.List("devices").Select(RecordedDevice.Of)])
        {
            Program = line.Text("program"),
            Started = DateTime.TryParse(line.Text("started"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime started)
                ? started
                : throw new FormatException($"\"started\" is \"{line.Text("started")}\", which is no date and time."),
        };
    }
}
