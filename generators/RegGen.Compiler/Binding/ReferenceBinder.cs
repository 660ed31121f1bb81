using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Finds what a text refers to: registers, fields, values.</summary>
sealed class ReferenceBinder(DeviceModel device, Reporter reporter)
{
    /// <summary><c>REG</c>, <c>REG.Field</c>, <c>Window.REG</c> or <c>Window.REG.Field</c>.</summary>
    public FieldReference? Field(ScalarNode node, string text, string owner)
    {
        string[] parts = text.Split('.');
        int taken = device.FindWindow(parts[0]) is not null && parts.Length > 1 ? 2 : 1;
        string name = string.Join(".", parts.Take(taken));
        if (parts.Length > taken + 1 || parts.Any(part => !Texts.IsName(part)))
        {
            return Lost(BindingRules.UnknownRegister, node, owner, $"'{text}' names no register or field.");
        }

        if (device.Find(name) is not { } register)
        {
            string hint = Texts.DidYouMean(name, device.AllRegisters.Select(known => known.FullName));
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

    /// <summary>A register without a field.</summary>
    public string? Register(ScalarNode node, string owner) => Field(node, node.Text, owner) switch
    {
        null => null,
        { Field: null } found => found.Register,
        { } found => Lost(BindingRules.UnknownRegister, node, owner, $"'{found}' is a field; a register is wanted here.")?.Register,
    };

    /// <summary>Whether a register of the device has this name.</summary>
    public bool IsRegister(string name) => device.Find(name) is not null;

    /// <summary>Width of a register of the device, in bits.</summary>
    public int WidthOf(string register) => device.Find(register)!.Width;

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

    /// <summary>Registers with their conditions understood.</summary>
    public IEnumerable<RegisterModel> Conditions(IEnumerable<RegisterModel> registers, RegisterBinder texts) =>
        registers.Select(register => texts.ConditionOf(register) is { } text ? register with { When = Condition(text, register.Path) } : register);

    /// <summary>Reports fields whose enum is declared nowhere.</summary>
    public void CheckEnums()
    {
        foreach (RegisterModel register in device.AllRegisters)
        {
            foreach (FieldModel field in register.Fields.Where(field => field.Enum is not null && device.FindEnum(field.Enum) is null))
            {
                string hint = Texts.DidYouMean(field.Enum!, device.AllEnums.Select(known => known.Name).Concat(AccessModes.All.Select(known => known.Name)));
                string path = $"{field.PathIn(register)}/enum";
                reporter.Spoil(path);
                reporter.Report(BindingRules.UnknownEnum, path, $"There is no enum '{field.Enum}'{(hint.Length > 0 ? hint : ".")}");
            }
        }
    }

    ConditionModel? Condition(ScalarNode node, string owner)
    {
        string[] sides = node.Text.Split(["=="], StringSplitOptions.None);
        if (sides.Length != 2)
        {
            reporter.Spoil(owner);
            reporter.Report(BindingRules.NotCondition, node, $"{node.Kind} is not a condition.");
            return null;
        }

        return Field(node, sides[0].Trim(), owner) is { } field && Value(field, node, sides[1].Trim(), owner) is { } value
            ? new ConditionModel(field, value)
            : null;
    }

    FieldReference? Lost(Rule rule, ScalarNode node, string owner, string what)
    {
        reporter.Spoil(owner);
        reporter.Report(rule, node, what);
        return null;
    }
}
