using System.Collections;
using Microsoft.Extensions.Logging;

namespace RegGen.Tracing;

/// <summary>The one message of a log, and its properties.</summary>
sealed class PortLog : IReadOnlyList<KeyValuePair<string, object?>>
{
    static readonly EventId s_access = new(1, "PortAccess");

    readonly KeyValuePair<string, object?>[] _properties;

    PortLog(TraceLine line) => _properties =
    [
        new("Place", line.Place), new("Arrow", line.Arrow), new("Text", line.Text),
        new("Port", line.Access.Port), new("Width", (int)line.Access.Width), new("Word", line.Access.Value), new("Thread", line.Thread),
        new("{OriginalFormat}", "{Place} {Arrow} {Text}"),
    ];

    public int Count => _properties.Length;

    public KeyValuePair<string, object?> this[int index] => _properties[index];

    public static void Access(ILogger logger, LogLevel level, TraceLine line)
    {
        if (logger.IsEnabled(level))
        {
            logger.Log(level, s_access, new PortLog(line), null, static (line, _) => line.ToString());
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{_properties[0].Value} {_properties[1].Value} {_properties[2].Value}";
}
