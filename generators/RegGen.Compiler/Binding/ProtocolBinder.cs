using RegGen.Compiler.Diagnostics;
using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Binds the steps around the accesses of a register or joined value: a list for both directions, or one for each.</summary>
sealed class ProtocolBinder(ReferenceBinder references, Reporter reporter, string? scope)
{
    /// <param name="map">The register or joined value.</param>
    /// <param name="width">Its bits, for the value that is written or was read.</param>
    /// <param name="address">What steps call its address; nothing that can be written, if it has none.</param>
    /// <param name="addressWidth">Bits of the address.</param>
    public ProtocolModel? Bind(MapReader map, int width, string address = "at", int addressWidth = 32)
    {
        var at = new StepVariable(address, addressWidth);
        (StepsModel? beforeRead, StepsModel? beforeWrite) = Around(map, "before", at, width, isAfter: false);
        (StepsModel? afterRead, StepsModel? afterWrite) = Around(map, "after", at, width, isAfter: true);
        return beforeRead is null && beforeWrite is null && afterRead is null && afterWrite is null
            ? null
            : new ProtocolModel(beforeRead, afterRead, beforeWrite, afterWrite);
    }

    (StepsModel? Read, StepsModel? Write) Around(MapReader map, string key, StepVariable at, int width, bool isAfter)
    {
        var steps = new StepBinder(references, reporter, scope);
        var value = new StepVariable("value", width);
        if (map.Find(key) is MapNode directions)
        {
            // What stands before a read knows no value yet.
            var inner = new MapReader(directions, KeyTables.StepsPerDirection, map.PathOf(key), reporter);
            return (steps.Bind(inner, "read", isAfter ? new(at, value) : new(at)), steps.Bind(inner, "write", new(at, value)));
        }

        StepsModel? both = steps.Bind(map, key, new(at));
        return (both, both);
    }
}
