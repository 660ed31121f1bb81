using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>What a register says about others, as it was written: it is understood when all registers are known.</summary>
/// <param name="Around">Conditions of the groups and blocks around it.</param>
/// <param name="Read">Its own condition for reading.</param>
/// <param name="Write">Its own condition for writing; the same node if one counts for both.</param>
/// <param name="Overlaps">The registers that it shares bytes with.</param>
/// <param name="WriteEnable">What must hold so that a write has an effect: what is said around it, then what it says itself.</param>
/// <param name="OwnWriteEnable">What it says itself.</param>
/// <param name="ReadBy">The field that chooses which of its values is read.</param>
sealed record PendingRegister(
    IReadOnlyList<ScopedNode> Around, ScopedNode? Read, ScopedNode? Write, IReadOnlyList<ScalarNode> Overlaps, IReadOnlyList<ScopedNode> WriteEnable,
    ScopedNode? OwnWriteEnable, ScalarNode? ReadBy);
