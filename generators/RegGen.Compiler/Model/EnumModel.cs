namespace RegGen.Compiler.Model;

/// <summary>Names of a field's values.</summary>
sealed record EnumModel(string Name, string Doc, EquatableArray<EnumMember> Members)
{
    /// <summary>Whether its values are bits that may be set together.</summary>
    public bool Flags { get; init; }

    /// <summary>Whether the description says that every code has a name.</summary>
    public bool Exhaustive { get; init; }

    /// <summary>What all other codes are called, if they have a name together.</summary>
    public string? Other { get; init; }

    /// <summary>Whether every code of so many bits has a name.</summary>
    public bool Covers(int width) => width < 32 && Members.Select(member => member.Value).Distinct().Count() >= 1 << width;
}

/// <summary>A name of a value.</summary>
sealed record EnumMember(string Name, ulong Value, string Doc);
