namespace RegGen.Tracing;

/// <summary>A field as a trace shows it.</summary>
/// <param name="Name">Its name; empty where the whole register is one number; <c>undeclared</c> for bits of no field, <c>wire</c> for a word as it went over the bus, where its bytes stand the other way round.</param>
/// <param name="Value"><c>Eight</c>, <c>1</c>, <c>-3.5 °C</c>; of a bit that a write acts on, what it does: <c>clear</c>, <c>set</c>, <c>toggle</c>.</param>
public readonly record struct TracedField(string Name, string Value)
{
    /// <summary><c>WordLength=Eight</c>.</summary>
    public override string ToString() => $"{Name}={Value}";
}
