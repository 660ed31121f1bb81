using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What the description as data says about a field beside its bits and its access.</summary>
static class FieldParts
{
    /// <param name="field">The field.</param>
    /// <param name="codes">Its enum, or null.</param>
    /// <param name="written">The enum of what is written, if that is another one.</param>
    /// <param name="model">The enum's description.</param>
    /// <param name="digits">When its bits are decimal digits, as terms, if a condition says so.</param>
    public static IEnumerable<string> Of(FieldModel field, EnumType? codes, EnumType? written, EnumModel? model, string digits)
    {
        if (field.Pieces.Count > 1)
        {
            yield return $"Pieces = [{string.Join(", ", field.Pieces.Select(piece => $"({piece.High}, {piece.Low})"))}]";
        }

        if (codes is not null)
        {
            yield return $"Enum = EnumMap.Of<{codes.Name}>({(model?.Other is { } other ? CSharpText.Literal(other) : "")})";
        }

        if (written is not null)
        {
            yield return $"WriteEnum = EnumMap.Of<{written.Name}>()";
        }

        if (field.Kind != NumberKind.Binary)
        {
            yield return $"Kind = NumberKind.{field.Kind}";
        }

        if (digits.Length > 0)
        {
            yield return $"BcdWhen = [{digits}]";
        }

        if (field.Scale is { } scale)
        {
            yield return $"Scale = {Number(scale.Factor)}, Offset = {Number(scale.Offset)}";
        }

        if (field.Unit.Length > 0)
        {
            yield return $"Unit = {CSharpText.Literal(field.Unit)}";
        }

        if (field.Min is { } min)
        {
            yield return $"Min = {Number(min)}";
        }

        if (field.Max is { } max)
        {
            yield return $"Max = {Number(max)}";
        }

        if (field.Constant is { } constant)
        {
            yield return $"Constant = {constant}";
        }

        if (field.Reset is { } reset)
        {
            yield return $"Reset = {reset}";
        }

        foreach (string danger in DangerOf(field.Danger))
        {
            yield return danger;
        }
    }

    public static IEnumerable<string> DangerOf(DangerModel? danger) => danger is null ? []
        : [$"Danger = {(danger == DangerModel.Dma ? "DangerMap.Dma" : $"new({CSharpText.Literal(danger.Text)})")}"];

    static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
