namespace RegGen.Tracing;

/// <summary>How a trace is written.</summary>
public enum TraceFormat
{
    /// <summary><c>COM2.LCR &lt;- 0x83 WordLength=Eight Dlab=1</c></summary>
    Text,

    /// <summary>With seconds since the trace began, thread and what went over the bus: <c>0.001234  1  0x2FB/8 &lt;- 0x83  COM2.LCR WordLength=Eight Dlab=1</c></summary>
    Full,

    /// <summary>One JSON object a line, as in a recording: see <see cref="Recording.RecordedAccess"/>.</summary>
    Json,
}
