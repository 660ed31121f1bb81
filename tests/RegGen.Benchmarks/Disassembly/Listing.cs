namespace RegGen.Benchmarks.Disassembly;

/// <summary>The machine code of one function as its compiler lists it: labels, and a line for each instruction.</summary>
/// <param name="lines">Lines of the JIT, or of gcc or clang with <c>-S</c>.</param>
sealed class Listing(IEnumerable<string> lines)
{
    readonly List<string> _lines = [.. lines.Select(Clean).Where(line => line.Length > 0 && (IsLabel(line) || !line.StartsWith('.')))];

    /// <summary>One function of a C compiler's listing.</summary>
    public static Listing Of(IEnumerable<string> lines, string function) =>
        new(lines.SkipWhile(line => line != $"{function}:").Skip(1).TakeWhile(line => !IsLabel(line) || line.StartsWith('.')));

    /// <summary>The instructions of the loop: from the target of the last backward jump to that jump.</summary>
    public List<string> Loop()
    {
        for (int end = _lines.Count - 1; end >= 0; end--)
        {
            int start = IsConditional(_lines[end]) ? _lines.IndexOf($"{Target(_lines[end])}:") : -1;
            if (start >= 0 && start < end)
            {
                return [.. _lines[start..end].Where(line => !IsLabel(line)), _lines[end]];
            }
        }

        throw new InvalidOperationException($"There is no loop in:\n{string.Join('\n', _lines)}");
    }

    /// <summary>
    /// The instructions of the loop that let the collector in after a call that kept it out: what saves the result meanwhile, a compare
    /// and a jump. The poll itself is a cold call outside of the loop.
    /// </summary>
    public List<string> Poll()
    {
        List<string> loop = Loop();
        int call = loop.FindIndex(line => line.StartsWith("call", StringComparison.Ordinal));
        int jump = loop.FindIndex(line => IsConditional(line) && FirstAt(Target(line)).EndsWith("POLL_GC", StringComparison.Ordinal));
        return jump < call ? [] : loop[(call + 1)..(jump + 1)];
    }

    string FirstAt(string label) => _lines.ElementAtOrDefault(_lines.IndexOf($"{label}:") + 1) ?? "";

    static bool IsConditional(string line) => line.StartsWith('j') && !line.StartsWith("jmp", StringComparison.Ordinal);

    static bool IsLabel(string line) => line.EndsWith(':');

    static string Target(string jump) => jump.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[^1];

    static string Clean(string line)
    {
        int comment = line.AsSpan().IndexOfAny(';', '#');
        return (comment < 0 ? line : line[..comment]).Trim();
    }
}
