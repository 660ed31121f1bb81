using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>What registers take that give no value of their own.</summary>
sealed record RegisterDefaults(string? Window, int Width, AccessMode Access);

/// <summary>Binds registers; their conditions are kept for later, since they refer to other registers.</summary>
sealed class RegisterBinder(Reporter reporter)
{
    readonly Dictionary<string, ScalarNode> _conditions = new(StringComparer.Ordinal);

    /// <summary>The condition of a register as it was written, or null.</summary>
    public ScalarNode? ConditionOf(RegisterModel register) => _conditions.TryGetValue(register.Path, out ScalarNode? text) ? text : null;

    public IEnumerable<RegisterModel> Bind(MapReader owner, RegisterDefaults defaults) =>
        owner.Named("registers").Select(named => named.Value is ScalarNode { IsBlank: false } line
            ? Short(owner, named, line, defaults)
            : Long(named, defaults));

    // SCR: 7 rw
    RegisterModel Short(MapReader owner, NamedNode named, ScalarNode line, RegisterDefaults defaults)
    {
        string[] words = line.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        AccessMode? access = words.Length > 1 ? AccessModes.Find(words[1]) : defaults.Access;
        if (words.Length > 2 || access is null)
        {
            owner.Report(BindingRules.WrongKind, line, $"A register in one line is '<at> [access]', such as '7 ro', but here is {line.Kind}.");
        }

        reporter.Place($"{named.Path}/at", line.SpanOf(words[0]));
        return new RegisterModel
        {
            Name = named.Name,
            Window = defaults.Window,
            Address = (int)(owner.Number(line with { Text = words[0], Span = line.SpanOf(words[0]) }, "'at'", 0, 0xFFFF) ?? 0),
            Width = defaults.Width,
            Access = access ?? defaults.Access,
        };
    }

    RegisterModel Long(NamedNode named, RegisterDefaults defaults)
    {
        var map = new MapReader(named.Value, KeyTables.Register, named.Path, reporter);
        if (map.Scalar("when") is { } condition)
        {
            _conditions[named.Path] = condition;
        }

        int width = map.Width() ?? defaults.Width;
        AccessMode access = map.Access(defaults.Access);
        return new RegisterModel
        {
            Name = named.Name,
            Window = defaults.Window,
            Doc = map.Text("doc"),
            Address = (int)(map.Number("at", 0, 0xFFFF) ?? 0),
            Width = width,
            Access = access,
            Reset = map.Number("reset", 0, ulong.MaxValue),
            Shadow = map.Word("shadow", ("true", true), ("false", false)) ?? false,
            Initial = map.Number("initial", 0, ulong.MaxValue),
            Fields = map.Named("fields").Select(field => FieldBinder.Bind(field, access, reporter)).OfType<FieldModel>().ToEquatable(),
        };
    }
}
