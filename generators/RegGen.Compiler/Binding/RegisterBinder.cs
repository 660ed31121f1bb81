using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds registers; their conditions are kept for later, since they refer to other registers.</summary>
sealed class RegisterBinder(Reporter reporter)
{
    readonly Dictionary<string, PendingRegister> _pending = new(StringComparer.Ordinal);

    readonly Dictionary<string, MapReader> _protocols = new(StringComparer.Ordinal);

    /// <summary>What registers and joined values mean as numbers.</summary>
    public EncodingBinder Encodings { get; } = new();

    /// <summary>Binds what guards writes.</summary>
    public GuardBinder Guards { get; } = new(reporter);

    /// <summary>What a register says about others.</summary>
    public PendingRegister PendingOf(RegisterModel register) => _pending[register.Path];

    /// <summary>The keys of a register around whose accesses stand steps, or null.</summary>
    public MapReader? ProtocolOf(RegisterModel register) => _protocols.TryGetValue(register.Path, out MapReader? map) ? map : null;

    /// <summary>The registers under 'registers' and in groups.</summary>
    public IEnumerable<RegisterModel> Bind(MapReader owner, RegisterDefaults defaults)
    {
        foreach (NamedNode named in owner.Named("registers"))
        {
            RegisterModel register = named.Value is ScalarNode { IsBlank: false } line ? Short(owner, named, line, defaults) : Long(named, defaults);
            yield return register;
            if (DoubledBinder.PreviousOf(register) is { } previous)
            {
                yield return previous;
            }
        }

        foreach (NamedNode named in owner.Named("groups"))
        {
            var group = new MapReader(named.Value, KeyTables.Group, named.Path, reporter);
            ScalarNode? when = group.Scalar("when"), enable = group.Scalar("write-enable");
            bool saysNothing = when is null && enable is null && group.Find("unlock") is null;
            if (saysNothing && reporter.IsUnderstood(named.Path))
            {
                reporter.Spoil(named.Path);
                reporter.Report(BindingRules.MissingKey, named.Path, "The group lacks 'when' (condition), or a guard: 'write-enable' or 'unlock'.");
            }

            RegisterDefaults inside = defaults with
            {
                When = when is null ? defaults.When : [.. defaults.When, new(when, defaults.Owner)],
                WriteEnable = enable is null ? defaults.WriteEnable : [.. defaults.WriteEnable, new(enable, defaults.Owner)],
                Lock = Guards.Lock(group, named.Name, named.Path, defaults),
            };
            foreach (RegisterModel register in Bind(group, inside))
            {
                if (saysNothing)
                {
                    reporter.Spoil(register.Path);
                }

                yield return register;
            }
        }
    }

    // SCR: 7 rw
    RegisterModel Short(MapReader owner, NamedNode named, ScalarNode line, RegisterDefaults defaults)
    {
        string[] words = line.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        AccessMode? access = words.Length > 1 ? AccessModes.Find(words[1]) : defaults.Access;
        if (words.Length > 2 || access is null or { IsReserved: true })
        {
            owner.Report(BindingRules.WrongKind, line, $"A register in one line is '<at> [access]', such as '7 ro', but here is {line.Kind}.");
        }

        _pending[named.Path] = new(defaults.When, null, null, [], defaults.WriteEnable, null, null);
        reporter.Places.PutWords(named.Path, line, ("at", words[0]));
        return new RegisterModel
        {
            Name = named.Name,
            Path = named.Path,
            Window = defaults.Window,
            Region = defaults.Region,
            Owner = defaults.Owner,
            Address = defaults.Origin + ((int)(owner.Number(line with { Text = words[0], Span = line.SpanOf(words[0]) }, "'at'", 0, 0xFFFF) ?? 0) * defaults.Step),
            Width = defaults.Width,
            IsBigEndian = defaults.IsBigEndian && defaults.Width > 8,
            Recovery = defaults.Recovery,
            Access = access ?? defaults.Access,
            Lock = defaults.Lock,
        };
    }

    RegisterModel Long(NamedNode named, RegisterDefaults defaults)
    {
        var map = new MapReader(named.Value, KeyTables.Register, named.Path, reporter);
        (ScalarNode? whenRead, ScalarNode? whenWritten) = map.Directions("when");
        ScopedNode? read = Scoped(whenRead), write = ReferenceEquals(whenRead, whenWritten) ? read : Scoped(whenWritten), enable = Scoped(map.Scalar("write-enable"));
        _pending[named.Path] = new(
            defaults.When, read, write, map.List("overlaps") ?? [], enable is null ? defaults.WriteEnable : [.. defaults.WriteEnable, enable], enable, map.Scalar("read-by"));

        if (map.Find("before") is not null || map.Find("after") is not null)
        {
            _protocols[named.Path] = map;
        }

        int width = map.Width() ?? defaults.Width;
        AccessMode access = AccessBinder.Bind(map, defaults.Access, field: false);
        int step = (int?)map.Number("step", 1, 0x1000) ?? defaults.Step;
        (int readAt, int writeAt) = At(map, defaults.Origin, step);
        var register = new RegisterModel
        {
            Name = named.Name,
            Path = named.Path,
            Window = defaults.Window,
            Region = defaults.Region,
            Owner = defaults.Owner,
            Doc = map.Text("doc"),
            Address = readAt,
            WritePlace = writeAt == readAt ? null : new PlaceModel(writeAt, null),
            Array = RegisterArrayBinder.Bind(map, defaults, step, covered: (defaults.CountsBytes ? width / 8 : 1) * step),
            Width = width,
            IsBigEndian = map.IsBigEndian() ?? (defaults.IsBigEndian && width > 8 && map.Find("transfer") is null),
            Recovery = map.Recovery(defaults.Recovery),
            IsStable = map.IsStable(),
            IsDoubled = map.Word("depth", ("2", true)) ?? false,
            Widths = WidthsBinder.Bind(map),
            Exact = map.Flag("exact") ?? false,
            Access = access,
            Transfer = map.Find("transfer") is { } transfer ? Transfer(new MapReader(transfer, KeyTables.Transfer, map.PathOf("transfer"), reporter)) : null,
            Reserved = AccessBinder.Reserved(map) ?? defaults.Reserved,
            Lock = Guards.Lock(map, named.Name, named.Path, defaults),
            Danger = GuardBinder.Danger(map),
            Fifo = map.Flag("fifo") ?? false,
            Reset = map.Reset(),
            ResetIsUnknown = map.ResetIsUnknown(),
            Shadow = map.Flag("shadow") ?? false,
            Initial = map.Number("initial", 0, ulong.MaxValue),
            Number = Encodings.Whole(map, named.Name, width, access, named.Path),
            Fields = map.Named("fields").SelectMany(field => FieldBinder.Bind(field, access, Encodings, reporter)).ToEquatable(),
        };
        if (map.Find("at") is MapNode places)
        {
            CheckPlace(map, places, "read", register.CanRead);
            CheckPlace(map, places, "write", register.CanWrite);
        }

        return register;

        ScopedNode? Scoped(ScalarNode? node) => node is null ? null : new(node, defaults.Owner);
    }

    static TransferModel? Transfer(MapReader map)
    {
        int? port = map.Word("port", ("8", 8), ("16", 16), ("32", 32));
        bool? highFirst = map.List("order") is not { } order ? null
            : order.Select(part => part.Text).ToArray() switch
            {
                ["low", "high"] => false,
                ["high", "low"] => true,
                _ => WrongOrder(map),
            };
        return port is null || highFirst is null ? null : new TransferModel(port.Value, highFirst.Value);
    }

    static bool? WrongOrder(MapReader map)
    {
        map.Report(BindingRules.UnknownWord, map.Find("order")!, "'order' is [low, high] or [high, low].");
        return null;
    }

    static void CheckPlace(MapReader map, MapNode places, string direction, bool needed)
    {
        if (needed && places.Entries.All(entry => entry.Key.Text is "read" or "write" && entry.Key.Text != direction))
        {
            map.Report(BindingRules.MissingKey, places, $"'at' lacks '{direction}': the register can be {(direction == "read" ? "read" : "written")} too.");
        }
    }

    static (int Read, int Write) At(MapReader map, int origin, int step)
    {
        (ScalarNode? read, ScalarNode? write) = map.Directions("at");
        int? readAt = Address(read);
        int? writeAt = ReferenceEquals(read, write) ? readAt : Address(write);
        return (readAt ?? writeAt ?? 0, writeAt ?? readAt ?? 0);

        int? Address(ScalarNode? node) => node is null ? null : origin + ((int)(map.Number(node, "'at'", 0, 0xFFFF) ?? 0) * step);
    }
}
