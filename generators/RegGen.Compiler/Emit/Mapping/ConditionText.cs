using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>Conditions as data, and the encodings of whole values, which may depend on one.</summary>
sealed class ConditionText(DeviceModel device)
{
    public IEnumerable<string> Number(FieldModel? number)
    {
        if (number is null)
        {
            yield break;
        }

        string parts = MapText.Join(FieldParts.Of(number, null, null, null, Digits(number)));
        yield return $"Number = new(\"\", {number.High}, 0, {MapText.Access(number.Access)}){(parts.Length > 0 ? $" {{ {parts} }}" : "")}";
    }

    public string Digits(FieldModel number) => number.BcdWhen is { } digits ? MapText.Join(digits.Terms.Select(Term)) : "";

    public IEnumerable<string> When(ConditionModel? condition) => condition is null
        ? []
        : [$"When = [{MapText.Join(condition.Terms.Select(Term).Concat(condition.Banks.Select(bank => $"new(\"{device.FindOneShot(bank).Word}\", 0x1, 0x1)")))}]"];

    public string Term(TermModel term)
    {
        RegisterModel holder = device.Find(term.Field.Register)!;
        FieldModel? field = holder.Find(term.Field.Field ?? "");
        string mask = CSharpText.Hex(field?.Mask ?? holder.Mask, holder.Width);
        string values = MapText.Join(term.Values.Select(value => CSharpText.Hex(field?.Place(value) ?? value, holder.Width)));
        return $"new(\"{holder.FullName}\", {mask}, {values}){(term.Except ? " { Except = true }" : "")}";
    }
}
