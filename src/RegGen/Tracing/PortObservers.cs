using RegGen.Backends;

namespace RegGen.Tracing;

/// <summary>Who is told of every access of a bus.</summary>
sealed class PortObservers
{
    Action<PortAccess>? _all;

    /// <summary>Whether there are any.</summary>
    public bool Any => _all is not null;

    public void Add(Action<PortAccess> observer) => _all += observer;

    public void Remove(Action<PortAccess> observer) => _all -= observer;

    public void Report(PortAccess access) => _all?.Invoke(access);

    // Also what a program did before it was refused: that is when a trace is read.
    public void Report(ReadOnlySpan<PortOperation> program)
    {
        if (_all is not { } all)
        {
            return;
        }

        foreach (ref readonly PortOperation operation in program)
        {
            if (operation.HasRun && operation.IsAccess)
            {
                all(new(operation.IsWrite, operation.Port, operation.Width, (uint)operation.Result));
            }
        }
    }

    public void ReportBlock(bool isWrite, ushort port, PortWidth width, ReadOnlySpan<byte> values)
    {
        for (int at = 0, bytes = (int)width / 8; _all is { } all && at < values.Length; at += bytes)
        {
            all(new(isWrite, port, width, PortBackend.ValueAt(values, at, bytes)));
        }
    }
}
