using System.Text.RegularExpressions;
using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Finds what a text refers to: registers, fields, values.</summary>
/// <param name="device">The device, as far as it is known.</param>
/// <param name="reporter">Gets the findings.</param>
/// <param name="sequences">Full names of all sequences; steps may call later ones.</param>
sealed class ReferenceBinder(DeviceModel device, Reporter reporter, IReadOnlyCollection<string>? sequences = null)
{
    // Each goes through all registers; who has misspelt more than that knows by then.
    const int MostHints = 100;

    int _hints;

    static readonly Regex s_reference = new(@"^[A-Za-z]\w*(\[[^\[\]#]+\])?(\.[A-Za-z]\w*(\[[^\[\]#]+\])?)*$", RegexOptions.CultureInvariant);

    static readonly Regex s_index = new(@"\[[^\]]*\]", RegexOptions.CultureInvariant);

    // A name of the enum may stand with the enum or without it.
    static readonly Regex s_label = new(@"\[\s*(?:\w+\.)?(\w+)\s*\]", RegexOptions.CultureInvariant);

    /// <summary><c>REG</c>, <c>REG[1]</c>, <c>Window.REG</c> or <c>Block[1].REG</c>, with <c>.Field</c> behind it or not.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="text">The reference itself, which may be a part of the node.</param>
    /// <param name="owner">The part of the model that is spoilt if it means nothing.</param>
    /// <param name="scope">The block, region or window that it stands in, whose registers it may name without that.</param>
    /// <param name="knowsPlace">Whether it is looked at for an access: one behind a window with parameters then means the same ones in that window.</param>
    public FieldReference? Field(ScalarNode node, string text, string owner, string? scope = null, bool knowsPlace = true)
    {
        if (!s_reference.IsMatch(text))
        {
            return Lost(BindingRules.UnknownRegister, node, owner, $"'{text}' names no register or field.");
        }

        string field = text.Substring(text.LastIndexOf('.') + 1);
        string before = text.Length > field.Length ? text.Substring(0, text.Length - field.Length - 1) : "";
        if ((Element(text, scope) ?? (before.Length == 0 ? null : Element(before, scope))) is { } behind
            && device.FindWindow(behind.Window) is { Parameters.Count: > 0 } window && !(knowsPlace && IsIn(scope, window)))
        {
            return Lost(BindingRules.UnknownRegister, node, owner,
                $"{behind.FullName} is there for each {string.Join(", ", window.Parameters.Select(parameter => parameter.Name))}; only a program says which.");
        }

        if (Element(text, scope) is { } whole)
        {
            return whole.Array is null ? new FieldReference(whole.FullName, null) : Several(node, owner, whole);
        }

        if (before.Length == 0 || Element(before, scope) is not { } register)
        {
            string wanted = before.Length > 0 && device.FindWindow(before) is null && device.FindRegion(before) is null && device.Blocks.All(block => Unsigned(block.FullName) != Unlabelled(before)) ? before : text;
            if (_hints < MostHints && Elements(Unlabelled(wanted)) is { Length: > 1 } several)
            {
                return Lost(BindingRules.UnknownRegister, node, owner, $"There is no '{wanted}': {Unlabelled(wanted)} is there {several.Length} times, from {several[0]} to {several[several.Length - 1]}.");
            }

            string hint = _hints++ < MostHints ? Texts.DidYouMean(wanted, device.AllRegisters.Select(known => known.Title)) : "";
            return Lost(BindingRules.UnknownRegister, node, owner, $"There is no register '{wanted}'{(hint.Length > 0 ? hint : ".")}");
        }

        if (register.Array is not null)
        {
            return Several(node, owner, register);
        }

        return FieldOf(register, before, field, node, owner);
    }

    /// <summary>A field of a register that is known by its full name.</summary>
    public FieldReference? FieldOf(string register, ScalarNode field, string owner) => device.Find(register) is { } known
        ? FieldOf(known, Unsigned(register), field.Text, field, owner)
        : Field(field, $"{register}.{field.Text}", owner);

    FieldReference? FieldOf(RegisterModel register, string title, string field, ScalarNode node, string owner)
    {
        if (register.Find(field) is not null || !reporter.IsSound(register.Path))
        {
            return new FieldReference(register.FullName, field);
        }

        string hint = Texts.DidYouMean(field, register.Fields.Select(known => known.Name));
        return Lost(BindingRules.UnknownField, node, owner, $"The register {title} has no field '{field}'{(hint.Length > 0 ? hint : ".")}");
    }

    static bool IsIn(string? scope, WindowModel window) => scope is not null && (scope == window.FullName || scope.StartsWith($"{window.FullName}.", StringComparison.Ordinal));

    static string Unsigned(string name) => name.Replace("[#]", "");

    static string Unlabelled(string name) => s_label.Replace(name, "");

    // Registers and joined values that are there several times.
    string[] Elements(string title) => device.AllRegisters.FirstOrDefault(known => known.Title == title && known.FullName != title) is { } several
        ? [.. device.ElementsOf(several).Select(element => element.FullName)]
        : [.. device.Joined.Where(known => known.Title == title && known.FullName != title).Take(1).SelectMany(device.ElementsOf).Select(element => element.FullName)];

    // In the blocks around first, from the inside out. An array without an element is found as such.
    RegisterModel? Element(string name, string? scope) => Nearest(name, scope, spelled => device.Find(spelled) ?? device.Find($"{spelled}[#]"));

    static T? Nearest<T>(string name, string? scope, Func<string, T?> find)
        where T : class
    {
        string spelled = s_label.Replace(name, label => $"[{label.Groups[1].Value}]");
        for (string? around = scope; around is not null; around = around.LastIndexOf('.') is > 0 and var dot ? around.Substring(0, dot) : null)
        {
            if (find($"{around}.{spelled}") is { } found)
            {
                return found;
            }
        }

        return find(spelled);
    }

    FieldReference? Several(ScalarNode node, string owner, RegisterModel array) => Lost(BindingRules.UnknownRegister, node, owner,
        $"{array.Name} is an array of {array.Array!.Count}; name one of them, such as {array.Name}[{array.Array.Labels[0]}].");

    /// <summary>A register without a field.</summary>
    public string? Register(ScalarNode node, string owner, string? scope = null) => Field(node, node.Text, owner, scope) switch
    {
        null => null,
        { Field: null } found => found.Register,
        { } found => Lost(BindingRules.UnknownRegister, node, owner, $"'{found}' is a field; a register is wanted here.")?.Register,
    };

    /// <summary>Width of a register of the device, in bits.</summary>
    public int WidthOf(string register) => device.Find(register)!.Width;

    /// <summary>Width of a register, or null if there is none of this name; that is not reported.</summary>
    public int? WidthOf(string register, string? scope) => Element(register, scope)?.Width;

    /// <summary>A joined value, or null if none has this name.</summary>
    public FieldReference? Joined(string name, string? scope = null) => Nearest(name, scope, device.FindJoined) is { } joined ? new(joined.FullName, null) : null;

    /// <summary>A sequence by its full name; what none is called by stays as it is written.</summary>
    public string Sequence(string name, string? scope) => Nearest(name, scope, spelled => sequences?.Contains(s_index.Replace(spelled, "[#]")) == true ? spelled : null) ?? name;

    /// <summary>Bits of a field, a register or a joined value.</summary>
    public int WidthOf(FieldReference reference) => device.WidthOf(reference);

    /// <summary>Bits of the widest value of a shared enum, or null if there is no such enum.</summary>
    public int? EnumWidth(string name)
    {
        if (device.FindEnum(name) is not { } known)
        {
            return null;
        }

        int width = 1;
        while (width < 64 && known.Members.Any(member => (ulong)member.Value >> width != 0))
        {
            width++;
        }

        return width;
    }

    /// <summary>Whether values of a field have names.</summary>
    public bool HasNames(FieldReference reference) => NamesOf(reference, isWritten: true) is not null;

    // What is written may have other names than what is read.
    EnumModel? NamesOf(FieldReference reference, bool isWritten)
    {
        FieldModel? field = device.Find(reference.Register)?.Find(reference.Field ?? "");
        return field?.InlineEnum ?? device.FindEnum((isWritten ? field?.WriteEnum : null) ?? field?.Enum ?? "");
    }

    /// <summary>Registers with the steps around their accesses understood.</summary>
    public IEnumerable<RegisterModel> Protocols(IEnumerable<RegisterModel> registers, RegisterBinder texts) => registers.Select(register =>
        texts.ProtocolOf(register) is { } map ? register with { Protocol = new ProtocolBinder(this, reporter, register.Owner).Bind(map, register.Width, addressWidth: AddressWidth(register)) } : register);

    // Parameters stand above the address, and are no part of it.
    int AddressWidth(RegisterModel register) => device.FindWindow(register.Window) is { Parameters.Count: > 0 } window ? window.AtWidth : 32;

    /// <summary>A number, or a name of the enum of the field.</summary>
    public ulong? Value(FieldReference reference, ScalarNode node, string text, string owner, bool isWritten = false)
    {
        if (Texts.TryNumber(text, out ulong number))
        {
            return number;
        }

        EnumModel? names = NamesOf(reference, isWritten);
        if (names?.Members.FirstOrDefault(member => member.Name == text) is { } found)
        {
            return found.Value;
        }

        string hint = names is null ? "" : Texts.DidYouMean(text, names.Members.Select(member => member.Name));
        Lost(BindingRules.UnknownMember, node, owner, $"'{text}' is no value of {reference}{(hint.Length > 0 ? hint : ".")}");
        return null;
    }

    /// <summary>Reports fields whose enum is declared nowhere.</summary>
    public void CheckEnums()
    {
        foreach (RegisterModel register in device.AllRegisters)
        {
            foreach (FieldModel field in register.Fields.Where(field => field.Index == 0))
            {
                CheckEnum(register, field, "", field.Enum);
                CheckEnum(register, field, "/write", field.WriteEnum);
            }
        }
    }

    void CheckEnum(RegisterModel register, FieldModel field, string key, string? name)
    {
        if (name is not null && device.FindEnum(name) is null)
        {
            string path = field.EnumPathIn(register) + key;
            string hint = Texts.DidYouMean(name, device.AllEnums.Select(known => known.Name).Concat(AccessModes.All.Select(known => known.Name)));
            reporter.Spoil(path);
            reporter.Report(BindingRules.UnknownEnum, path, $"There is no enum '{name}'{(hint.Length > 0 ? hint : ".")}");
        }
    }

    FieldReference? Lost(Rule rule, ScalarNode node, string owner, string what)
    {
        reporter.Spoil(owner);
        reporter.Report(rule, node, what);
        return null;
    }
}
