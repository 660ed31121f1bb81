using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What a field comes to whose bits are decimal digits only while a condition holds: calls that take the registers of the condition.</summary>
sealed class ModeCode(DeviceModel device, Names names)
{
    /// <summary>The values of the registers, as parameters.</summary>
    public string Parameters(ConditionModel condition) => string.Join(", ", Registers(condition).Select(register => $"{names.ValueOf(register)} {NameOf(register)}"));

    /// <summary>Whether the condition holds, as an expression over the parameters.</summary>
    public string Holds(ConditionModel condition)
    {
        string[] terms = [.. condition.Terms.Select(Term)];
        return terms.Length == 1 ? terms[0] : string.Join(" && ", terms.Select(term => $"({term})"));
    }

    string Term(TermModel term)
    {
        RegisterModel register = device.Find(term.Field.Register)!;
        FieldModel? field = register.Find(term.Field.Field ?? "");
        string word = register.Fields.Count > 0 ? $"{NameOf(register)}.Raw" : NameOf(register);
        string masked = field is null ? word : $"({word} & {CSharpText.Hex(field.Mask, register.Width)})";
        string[] values = [.. term.Values.Select(value => CSharpText.Hex(field?.Place(value) ?? value, register.Width))];
        return values.Length == 1 ? $"{masked} {(term.Except ? "!=" : "==")} {values[0]}" : $"{masked} is {(term.Except ? "not (" : "")}{string.Join(" or ", values)}{(term.Except ? ")" : "")}";
    }

    string NameOf(RegisterModel register) => CSharpText.Parameter(names.Of(register));

    RegisterModel[] Registers(ConditionModel condition) => [.. condition.Terms.Select(term => term.Field.Register).Distinct().Select(name => device.Find(name)!)];
}
