using RegGen.Compiler.Model;
using RegGen.Compiler.Yaml;

namespace RegGen.Compiler.Binding;

/// <summary>Values of keys that registers, fields and what holds them have in common.</summary>
static class RegisterValues
{
    static readonly (string, int)[] s_widths = [("8", 8), ("16", 16), ("32", 32), ("64", 64)];
    static readonly (string, bool)[] s_stable = [("twice", true)];
    static readonly (string, bool)[] s_orders = [("little", false), ("big", true)];

    public static int? Width(this MapReader map) => map.Word("width", s_widths);

    /// <summary>Whether a value is read until two reads agree.</summary>
    public static bool IsStable(this MapReader map) => map.Word("stable", s_stable) ?? false;

    /// <summary>Whether the most significant byte comes first; null if nothing is said.</summary>
    public static bool? IsBigEndian(this MapReader map) => map.Word("order", s_orders);

    /// <summary>Whether the datasheet leaves open what is there after reset, and the description says so.</summary>
    public static bool ResetIsUnknown(this MapReader map) => map.Find("reset") is ScalarNode { Text: "unknown" };

    /// <summary>What is there after reset, or null if that is not known.</summary>
    public static ulong? Reset(this MapReader map) => map.ResetIsUnknown() ? null : map.Number("reset", 0, ulong.MaxValue, "unknown");

    /// <summary>Whether no value does nothing, and the description says so.</summary>
    public static bool HasNoNeutral(this MapReader map) => map.Find("neutral") is ScalarNode { Text: "none" };

    /// <summary>The value that does nothing, or null if none is given.</summary>
    public static ulong? Neutral(this MapReader map) => map.HasNoNeutral() ? null : map.Number("neutral", 0, ulong.MaxValue, "none");

    /// <summary>What the device needs after an access; none where nothing is said.</summary>
    public static RecoveryModel? Recovery(this MapReader map, RecoveryModel? otherwise)
    {
        (ScalarNode? read, ScalarNode? write) = map.Directions("recovery");
        if (read is null && write is null)
        {
            return otherwise;
        }

        long afterRead = Time(map, read), afterWrite = ReferenceEquals(read, write) ? afterRead : Time(map, write);
        return afterRead + afterWrite == 0 ? null : new RecoveryModel(afterRead, afterWrite);
    }

    static long Time(MapReader map, ScalarNode? node)
    {
        if (node is null or { Text: "none" })
        {
            return 0;
        }

        if (!StepTime.TryParse(node.Text, out long nanoseconds))
        {
            map.Report(BindingRules.NotTime, node, $"{node.Kind} is no time.");
        }

        return nanoseconds;
    }
}
