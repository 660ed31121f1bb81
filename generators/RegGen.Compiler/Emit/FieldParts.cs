using System.Globalization;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Emit;

/// <summary>What the description as data says about a field beside its bits and its access.</summary>
static class FieldParts
{
    public static IEnumerable<string> Of(FieldModel field, string? enumName, string? writeEnum, EnumModel? model)
    {
        if (field.Pieces.Count > 1)
        {
            yield return $"Pieces = [{string.Join(", ", field.Pieces.Select(piece => $"({piece.High}, {piece.Low})"))}]";
        }

        if (enumName is not null)
        {
            yield return $"Enum = EnumMap.Of<{enumName}>({(model?.Other is { } other ? CSharpText.Literal(other) : "")})";
        }

        if (writeEnum is not null)
        {
            yield return $"WriteEnum = EnumMap.Of<{writeEnum}>()";
        }

        if (field.Kind != NumberKind.Binary)
        {
            yield return $"Kind = NumberKind.{field.Kind}";
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

        foreach (string danger in DangerOf(field.Danger))
        {
            yield return danger;
        }
    }

    public static IEnumerable<string> DangerOf(DangerModel? danger) => danger is null ? []
        : [$"Danger = {(danger == DangerModel.Dma ? "DangerMap.Dma" : $"new({CSharpText.Literal(danger.Text)})")}"];

    static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
