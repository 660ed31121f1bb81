namespace RegGen.Compiler.Binding;

/// <summary>A key of the language. Binder, messages, reference and JSON schema take it from its row.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Form">What stands behind it, in the words of <see cref="ValueForm"/>: <c>list of REG</c>, <c>number or 'none'</c>.</param>
/// <param name="Doc">What it means: sentences, without the default.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Default">What holds where it is left out, if that is worth a word.</param>
sealed record Key(string Name, string Form, string Doc, bool Required = false, string Default = "")
{
    public ValueForm Value { get; } = ValueForm.Parse(Form);
}

/// <summary>The keys that one kind of map takes.</summary>
/// <param name="Of">What such a map is called; forms name it so: <c>map of name: register</c>.</param>
/// <param name="Keys">Its keys, in the order of the reference.</param>
/// <param name="Line">The form in one line that may stand for the map, if there is one.</param>
sealed record KeyTable(string Of, IReadOnlyList<Key> Keys, string? Line = null)
{
    readonly HashSet<string> _names = new(Keys.Select(key => key.Name), StringComparer.Ordinal);

    public ValueForm? LineValue { get; } = Line is null ? null : ValueForm.Parse(Line);

    /// <summary>The keys without which such a map says too little.</summary>
    public IReadOnlyList<Key> Required { get; } = [.. Keys.Where(key => key.Required)];

    /// <summary>Whether such a map may have a key.</summary>
    public bool Has(string key) => _names.Contains(key);
}
