using RegGen.Backends;
using RegGen.Recording;
using RegGen.Tracing;

namespace RegGen.Guards;

/// <summary>What the environment asks of every bus of a program, whose code need not know: <c>REGGEN_BUS=read-only,trace=-,record=session.jsonl,audit=writes.log ./driver</c>.</summary>
/// <remarks>
/// <c>read-only</c> refuses every write; <c>audit=FILE</c> writes down each before it is done, behind what is there; <c>trace=FILE</c> writes a line for every access,
/// <c>trace=-</c> to the standard error stream; <c>record=FILE</c> records. The second bus of a program has <c>.2</c> behind its file names, and so on.
/// The environment knows no descriptions: ports are shown as numbers. A program with rights that its caller lacks (set-user-id, file
/// capabilities) does not look at it.
/// </remarks>
sealed class BusSwitches
{
    public const string Variable = "REGGEN_BUS";

    static int s_buses;

    readonly Dictionary<string, string> _switches = [];
    readonly List<IDisposable> _open = [];

    BusSwitches(string text)
    {
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split('=', 2);
            bool known = sides is ["read-only"] or ["audit" or "trace" or "record", { Length: > 0 }];
            if (!known || !_switches.TryAdd(sides[0], sides[^1]))
            {
                throw new FormatException($"The environment variable {Variable} has '{part}'{(known ? " a second time" : "")}; it takes read-only, audit=FILE, trace=FILE, trace=- and record=FILE, each once, with commas between.");
            }
        }
    }

    /// <summary>What this process's environment says; null if that is nothing.</summary>
    /// <exception cref="FormatException">It says something that there is not.</exception>
    public static BusSwitches? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text && !SecureExecution.IsOn ? new(text) : null;

    /// <summary>The backend with what it asks for around it.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public PortBackend Around(PortBackend backend)
    {
        if (_switches.ContainsKey("read-only"))
        {
            backend = new ReadOnlyBackend(backend);
        }

        int number = Interlocked.Increment(ref s_buses);
        foreach (string file in _switches.Keys.Where(key => key is "audit" or "trace" or "record"))
        {
            string path = _switches[file];
            _switches[file] = path == "-" || number == 1 ? path : FormattableString.Invariant($"{path}.{number}");
        }

        return _switches.TryGetValue("audit", out string? audit) ? new AuditBackend(backend, Opened(new StreamWriter(audit, append: true))) : backend;
    }

    /// <summary>Begins to observe the bus.</summary>
    /// <returns>What ends with the bus.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<IDisposable> Observe(PortBus bus)
    {
        if (_switches.TryGetValue("trace", out string? trace))
        {
            TextWriter writer = trace == "-" ? Console.Error : Opened(new StreamWriter(trace) { AutoFlush = true });
            _open.Insert(0, bus.Trace(writer, TraceFormat.Full));
        }

        if (_switches.TryGetValue("record", out string? record))
        {
            _open.Insert(0, bus.Record(record));
        }

        return _open;
    }

    StreamWriter Opened(StreamWriter writer)
    {
        _open.Add(writer);
        return writer;
    }
}
