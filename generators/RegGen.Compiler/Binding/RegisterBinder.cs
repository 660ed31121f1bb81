using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>What registers take that give no value of their own.</summary>
sealed record RegisterDefaults(string? Window, int Width, AccessMode Access)
{
    /// <summary>What is written into bits of no field.</summary>
    public ReservedPolicy Reserved { get; init; }

    /// <summary>Whether the most significant byte stands at the lowest port; in a window, the data register's port tells.</summary>
    public bool IsBigEndian { get; init; }

    /// <summary>What the device needs after an access.</summary>
    public RecoveryModel? Recovery { get; init; }

    /// <summary>The region that they, or their window, stand in.</summary>
    public string? Region { get; init; }

    /// <summary>Whether a wider register has several addresses: at ports, and in windows whose addresses are those of bytes.</summary>
    public bool CountsBytes { get; init; } = true;

    /// <summary>Full name of the window, region or block that the registers stand in.</summary>
    public string? Owner { get; init; }

    /// <summary>Where their addresses count from.</summary>
    public int Origin { get; init; }

    /// <summary>Ports from one address to the next.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Enums that an array may be indexed by.</summary>
    public IReadOnlyList<EnumModel> Enums { get; init; } = [];

    /// <summary>Conditions of the groups and blocks around them.</summary>
    public IReadOnlyList<ScalarNode> When { get; init; } = [];

    /// <summary>What the groups around them say must hold so that a write has an effect.</summary>
    public IReadOnlyList<ScalarNode> WriteEnable { get; init; } = [];

    /// <summary>Path of the lock around them, or null.</summary>
    public string? Lock { get; init; }
}

/// <summary>Binds registers; their conditions are kept for later, since they refer to other registers.</summary>
sealed class RegisterBinder(Reporter reporter)
{
    readonly Dictionary<string, Pending> _pending = new(StringComparer.Ordinal);

    readonly Dictionary<string, MapReader> _protocols = new(StringComparer.Ordinal);

    /// <summary>What registers and joined values mean as numbers.</summary>
    public EncodingBinder Encodings { get; } = new();
    /// <summary>Binds what guards writes.</summary>
    public GuardBinder Guards { get; } = new(reporter);

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
                When = when is null ? defaults.When : [.. defaults.When, when],
                WriteEnable = enable is null ? defaults.WriteEnable : [.. defaults.WriteEnable, enable],
                Lock = Guards.Lock(group, named.Name, named.Path, defaults.Lock),
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

    /// <summary>Registers with what they say about others understood: their conditions and overlaps.</summary>
    public IEnumerable<RegisterModel> Resolve(IEnumerable<RegisterModel> registers, ReferenceBinder references, ConditionBinder conditions)
    {
        var known = new Dictionary<ScalarNode, ConditionModel?>(ReferenceComparer.Instance);
        var choosing = new Dictionary<ScalarNode, FieldReference?>(ReferenceComparer.Instance);
        var enabling = new Dictionary<ScalarNode, ConditionModel?>(ReferenceComparer.Instance);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (RegisterModel register in registers)
        {
            if (taken.TryGetValue(register.FullName, out string? first))
            {
                reporter.Spoil(register.Path);
                reporter.Report(BindingRules.DuplicateName, register.Path, $"There is a register {register.FullName} already ({reporter.LineOf(first)}).",
                    reporter.At(first, $"{register.FullName} stands here."));
                continue;
            }

            taken.Add(register.FullName, register.Path);
            Pending pending = _pending[register.Path];
            ConditionModel? around = null;
            foreach (ScalarNode node in pending.Around)
            {
                around = ConditionModel.Both(around, Once(node, register));
            }

            ConditionModel? read = pending.Read is null ? around : ConditionModel.Both(around, Once(pending.Read, register));
            ConditionModel? write = ReferenceEquals(pending.Write, pending.Read) ? read
                : pending.Write is null ? around : ConditionModel.Both(around, Once(pending.Write, register));
            ConditionModel? enable = null;
            foreach (ScalarNode node in register.CanWrite ? pending.WriteEnable : pending.WriteEnable.Where(node => ReferenceEquals(node, pending.OwnWriteEnable)))
            {
                enable = ConditionModel.Both(enable, Once(node, register, enabling));
            }

            read = DoubledBinder.Chosen(register, read, pending.ReadBy is null ? null : ReadBy(pending.ReadBy, register));
            write = ConditionModel.Both(enable, write);
            yield return Placed(register, new(register.Address, read), new(register.WritePlace?.Address ?? register.Address, write)) with
            {
                WriteEnable = enable,
                Number = register.Number is { } number ? Encodings.Resolve(number, register.Path, conditions, register.Owner) : null,
                Fields = register.Fields.Select(field => Encodings.Resolve(field, $"{register.Path}/fields/{field.Declared}", conditions, register.Owner)).ToEquatable(),
                Overlaps = pending.Overlaps.Select(node => references.Register(node, register.Path, register.Owner)).OfType<string>().ToEquatable(),
            };
        }

        // Both values of a doubled register are chosen by one field.
        FieldReference? ReadBy(ScalarNode node, RegisterModel register)
        {
            if (!choosing.TryGetValue(node, out FieldReference? field))
            {
                choosing[node] = field = references.Field(node, node.Text, register.Path, register.Owner);
            }

            return field;
        }

        // A condition around several registers is understood, or reported, once.
        ConditionModel? Once(ScalarNode node, RegisterModel register, Dictionary<ScalarNode, ConditionModel?>? enabling = null)
        {
            Dictionary<ScalarNode, ConditionModel?> bound = enabling ?? known;
            if (!bound.TryGetValue(node, out ConditionModel? condition))
            {
                bound[node] = condition = enabling is null
                    ? conditions.Bind(node, node.Text, register.Path, register.Owner, selects: true)
                    : Guards.WriteEnable(node, register.Path, register.Owner, references, conditions);
            }

            if (condition is null)
            {
                reporter.Spoil(register.Path);
            }

            return condition;
        }
    }

    // A direction that the register does not have has no place.
    static RegisterModel Placed(RegisterModel register, PlaceModel read, PlaceModel write)
    {
        PlaceModel first = register.CanRead ? read : write;
        bool apart = register.CanRead && register.CanWrite && read != write;
        return register with { Address = first.Address, When = first.When, WritePlace = apart ? write : null };
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
        reporter.Place($"{named.Path}/at", line.SpanOf(words[0]));
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
        ScalarNode? enable = map.Scalar("write-enable");
        _pending[named.Path] = new(
            defaults.When, whenRead, whenWritten, map.List("overlaps") ?? [], enable is null ? defaults.WriteEnable : [.. defaults.WriteEnable, enable], enable,
            map.Scalar("read-by"));

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
            Array = RegisterArrayBinder.Bind(map, defaults.Enums, step, covered: (defaults.CountsBytes ? width / 8 : 1) * step),
            Width = width,
            IsBigEndian = map.IsBigEndian() ?? (defaults.IsBigEndian && width > 8 && map.Find("transfer") is null),
            Recovery = map.Recovery(defaults.Recovery),
            IsStable = map.IsStable(),
            IsDoubled = map.Word("depth", ("2", true)) ?? false,
            Widths = WidthsBinder.Bind(map),
            Exact = map.Word("exact", ("true", true), ("false", false)) ?? false,
            Access = access,
            Transfer = map.Find("transfer") is { } transfer ? Transfer(new MapReader(transfer, KeyTables.Transfer, map.PathOf("transfer"), reporter)) : null,
            Reserved = AccessBinder.Reserved(map) ?? defaults.Reserved,
            Lock = Guards.Lock(map, named.Name, named.Path, defaults.Lock),
            Danger = GuardBinder.Danger(map),
            Fifo = map.Word("fifo", ("true", true), ("false", false)) ?? false,
            Reset = map.Number("reset", 0, ulong.MaxValue),
            Shadow = map.Word("shadow", ("true", true), ("false", false)) ?? false,
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

    /// <summary>What a register says about others, as it was written.</summary>
    sealed record Pending(
        IReadOnlyList<ScalarNode> Around, ScalarNode? Read, ScalarNode? Write, IReadOnlyList<ScalarNode> Overlaps, IReadOnlyList<ScalarNode> WriteEnable,
        ScalarNode? OwnWriteEnable, ScalarNode? ReadBy);

    // Two nodes of one text are two places.
    sealed class ReferenceComparer : IEqualityComparer<ScalarNode>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(ScalarNode? one, ScalarNode? other) => ReferenceEquals(one, other);

        public int GetHashCode(ScalarNode node) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(node);
    }
}
