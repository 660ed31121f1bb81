using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Finds what a text refers to: registers, fields, values.</summary>
sealed class ReferenceBinder(DeviceModel device, Reporter reporter)
{
    // Each goes through all registers; who has misspelt more than that knows by then.
    const int MostHints = 100;

    int _hints;

    /// <summary><c>REG</c>, <c>REG.Field</c>, <c>Window.REG</c> or <c>Window.REG.Field</c>.</summary>
    public FieldReference? Field(ScalarNode node, string text, string owner, string? scope = null)
    {
        string[] parts = text.Split('.');
        int taken = Owners(parts) + 1;
        string name = string.Join(".", parts.Take(taken));
        if (parts.Length > taken + 1 || parts.Any(part => !Texts.IsName(part)))
        {
            return Lost(BindingRules.UnknownRegister, node, owner, $"'{text}' names no register or field.");
        }

        if (device.Find(name) is not { } register)
        {
            string hint = _hints++ < MostHints ? Texts.DidYouMean(name, device.AllRegisters.Select(known => known.FullName)) : "";
            return Lost(BindingRules.UnknownRegister, node, owner, $"There is no register '{name}'{(hint.Length > 0 ? hint : ".")}");
        }

        string? field = parts.Length > taken ? parts[taken] : null;
        if (field is not null && register.Find(field) is null && reporter.IsSound(register.Path))
        {
            string hint = Texts.DidYouMean(field, register.Fields.Select(known => known.Name));
            return Lost(BindingRules.UnknownField, node, owner, $"The register {name} has no field '{field}'{(hint.Length > 0 ? hint : ".")}");
        }

        return new FieldReference(name, field);
    }

    // How many of the leading names are a region, a window, or a region's window.
    int Owners(string[] parts)
    {
        int owners = parts.Length - 1;
        while (owners > 0 && string.Join(".", parts.Take(owners)) is var name && device.FindWindow(name) is null && device.FindRegion(name) is null)
        {
            owners--;
        }

        return owners;
    }

    /// <summary>A register without a field.</summary>
    public string? Register(ScalarNode node, string owner, string? scope = null) => Field(node, node.Text, owner, scope) switch
    {
        null => null,
        { Field: null } found => found.Register,
        { } found => Lost(BindingRules.UnknownRegister, node, owner, $"'{found}' is a field; a register is wanted here.")?.Register,
    };

    /// <summary>Whether a register of the device has this name.</summary>
    public bool IsRegister(string name) => device.Find(name) is not null;

    /// <summary>Width of a register of the device, in bits.</summary>
    public int WidthOf(string register) => device.Find(register)!.Width;

    /// <summary>A joined value, or null if none has this name.</summary>
    public FieldReference? Joined(string name) => device.Joined.Any(joined => joined.Name == name) ? new(name, null) : null;

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
    public bool HasNames(FieldReference reference) => NamesOf(reference) is not null;

    EnumModel? NamesOf(FieldReference reference)
    {
        FieldModel? field = device.Find(reference.Register)?.Find(reference.Field ?? "");
        return field?.InlineEnum ?? device.FindEnum(field?.Enum ?? "");
    }

    /// <summary>Registers with the steps around their accesses understood.</summary>
    public IEnumerable<RegisterModel> Protocols(IEnumerable<RegisterModel> registers, RegisterBinder texts) => registers.Select(register =>
        texts.ProtocolOf(register) is { } map ? register with { Protocol = new ProtocolBinder(this, reporter).Bind(map, register.Width) } : register);

    /// <summary>A number, or a name of the enum of the field.</summary>
    public ulong? Value(FieldReference reference, ScalarNode node, string text, string owner)
    {
        if (Texts.TryNumber(text, out ulong number))
        {
            return number;
        }

        FieldModel? field = device.Find(reference.Register)?.Find(reference.Field ?? "");
        EnumModel? names = field?.InlineEnum ?? device.FindEnum(field?.Enum ?? "");
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
                CheckEnum(field.EnumPathIn(register), field.Enum);
                CheckEnum($"{field.EnumPathIn(register)}/write", field.WriteEnum);
            }
        }
    }

    void CheckEnum(string path, string? name)
    {
        if (name is not null && device.FindEnum(name) is null)
        {
            string hint = Texts.DidYouMean(name, device.Enums.Select(known => known.Name).Concat(AccessModes.All.Select(known => known.Name)));
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
