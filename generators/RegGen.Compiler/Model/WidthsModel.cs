namespace RegGen.Compiler.Model;

/// <summary>The widths of accesses that a register allows, in bits.</summary>
sealed record WidthsModel(EquatableArray<int> Read, EquatableArray<int> Write)
{
    /// <summary>Those that reach a part of the register.</summary>
    public IEnumerable<int> Narrower(int width) => Read.Union(Write).Where(known => known < width).OrderBy(known => known);

    /// <summary>What such accesses to a register are called by.</summary>
    public static string PathOf(RegisterModel register, int width) => $"{register.Path}/widths/{width}";
}
