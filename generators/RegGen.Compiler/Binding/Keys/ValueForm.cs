namespace RegGen.Compiler.Binding;

/// <summary>
/// What may stand behind a key. Written in words that a reader understands and the schema can be made from:
/// <list type="bullet">
/// <item><c>'a', 'b' or 'c'</c>: one of these words;</item>
/// <item><c>number</c>, <c>REG.Field</c>, <c>bits</c>: a row of <see cref="ValueKinds"/>;</item>
/// <item><c>register</c>, <c>enum name</c>: a map of that table of <see cref="KeyTables"/>, or its form in one line;</item>
/// <item><c>list of X</c>, <c>map of name: X</c>: of one such thing; <c>X per direction</c>: one, or a map of <c>read</c> and <c>write</c>;</item>
/// <item><c>X or Y</c>, <c>X, Y or Z</c>: one of several. <c>of</c> and <c>per</c> bind closer: in <c>list of X or Y</c>, Y is not a list.</item>
/// </list>
/// </summary>
abstract record ValueForm
{
    public static ValueForm Parse(string form)
    {
        ValueForm[] choices = [.. form.Split([", ", " or "], StringSplitOptions.None).Select(Single)];
        return choices.Length == 1 ? choices[0] : new Choice(choices);
    }

    static ValueForm Single(string form)
    {
        const string List = "list of ", Map = "map of name: ", Directions = " per direction";
        return form.EndsWith(Directions, StringComparison.Ordinal) ? new PerDirection(Single(form.Substring(0, form.Length - Directions.Length)))
            : form.StartsWith(List, StringComparison.Ordinal) ? new ListOf(Single(form.Substring(List.Length)))
            : form.StartsWith(Map, StringComparison.Ordinal) ? new MapOf(Single(form.Substring(Map.Length)))
            : form.Length > 2 && form[0] == '\'' && form[form.Length - 1] == '\'' ? new Literal(form.Substring(1, form.Length - 2))
            : new Kind(form);
    }

    /// <summary>A word that stands for itself.</summary>
    public sealed record Literal(string Word) : ValueForm;

    /// <summary>A kind of text, or a map of a table.</summary>
    public sealed record Kind(string Name) : ValueForm;

    public sealed record ListOf(ValueForm Item) : ValueForm;

    public sealed record MapOf(ValueForm Item) : ValueForm;

    /// <summary>One value, or one for reading and one for writing.</summary>
    public sealed record PerDirection(ValueForm Value) : ValueForm;

    public sealed record Choice(IReadOnlyList<ValueForm> Choices) : ValueForm;
}
