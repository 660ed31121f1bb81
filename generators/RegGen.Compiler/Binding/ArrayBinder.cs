using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;

namespace RegGen.Compiler.Binding;

/// <summary>Makes the elements of a field array: fields of their own, which know the array.</summary>
static class ArrayBinder
{
    public static IEnumerable<FieldModel> Elements(NamedNode named, FieldModel first, int count, int stride, Reporter reporter)
    {
        for (int i = 0; i < count; i++)
        {
            int up = i * stride;
            FieldModel element = first with
            {
                Name = $"{first.Name}{i}",
                Array = first.Name,
                Index = i,
                Pieces = first.Pieces.Select(piece => new BitRange(piece.High + up, piece.Low + up)).ToEquatable(),
            };
            string path = named.Path.Substring(0, named.Path.Length - named.Name.Length) + element.Name;
            reporter.Place(path, reporter.Find(named.Path));
            if (!reporter.IsSound(named.Path))
            {
                reporter.Spoil(path);
            }

            yield return element;
        }
    }
}
