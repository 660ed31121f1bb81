namespace RegGen.Compiler.Model;

/// <summary>The registers that an array, or a register in an array of blocks, comes to: each with its own name, address and condition.</summary>
static class Elements
{
    /// <summary>The elements, the first block's first; a register that is no array and in none is its own only element.</summary>
    public static IEnumerable<RegisterModel> Of(DeviceModel device, RegisterModel register)
    {
        if (!IsSeveral(device, register))
        {
            return [register];
        }

        ArrayModel[] arrays = [.. Around(device, register.Owner), .. register.Array is { } own ? new[] { own } : []];
        IEnumerable<(IReadOnlyList<string> Labels, int Offset)> elements = [([], 0)];
        foreach (ArrayModel array in arrays)
        {
            elements = elements.SelectMany(element => array.Labels.Select((label, i) =>
                ((IReadOnlyList<string>)[.. element.Labels, label], element.Offset + array.Offsets[i])));
        }

        return elements.Select(element => Element(register, element.Labels, element.Offset));
    }

    /// <summary>Whether it is an array, or in one.</summary>
    public static bool IsSeveral(DeviceModel device, RegisterModel register) => register.Array is not null || (device.Blocks.Any() && Around(device, register.Owner).Any());

    static RegisterModel Element(RegisterModel register, IReadOnlyList<string> labels, int offset) => register with
    {
        Owner = register.Owner is null ? null : Filled(register.Owner, labels),
        Array = null,
        Label = register.Array is null ? null : labels[labels.Count - 1],
        Offset = offset,
        Address = register.Address + offset,
        When = Filled(register.When, labels),
        WritePlace = register.WritePlace is { } write ? new PlaceModel(write.Address + offset, Filled(write.When, labels)) : null,
        Overlaps = register.Overlaps.Select(name => Filled(name, labels)).ToEquatable(),
    };

    // Arrays of the blocks around, the outermost first.
    static IEnumerable<ArrayModel> Around(DeviceModel device, string? owner) =>
        device.Blocks.FirstOrDefault(block => block.FullName == owner) is not { } block
            ? []
            : Around(device, block.Owner).Concat(block.Array is { } array ? new[] { array } : []);

    static ConditionModel? Filled(ConditionModel? condition, IReadOnlyList<string> labels) => condition is null
        ? null
        : condition with { Terms = condition.Terms.Select(term => term with { Field = term.Field with { Register = Filled(term.Field.Register, labels) } }).ToEquatable() };

    /// <summary>A name with the labels of an element in place of the signs: <c>Channel[#].LCR</c> becomes <c>Channel[2].LCR</c>.</summary>
    static string Filled(string name, IReadOnlyList<string> labels)
    {
        for (int i = 0; i < labels.Count && name.IndexOf('#') is >= 0 and var at; i++)
        {
            name = name.Substring(0, at) + labels[i] + name.Substring(at + 1);
        }

        return name;
    }
}
