using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RegGen.Metadata;

/// <summary>A hash of what a description says about a device's behaviour.</summary>
/// <remarks>
/// It tells a description from what it was before, and is no protection against who changes one on purpose. .NET's cryptographic hashes would need OpenSSL,
/// which the small systems that drivers run on do not all have; others would be a package that every driver has to take along.
/// Texts for people do not count, nor does what is not said: a property that a later version of this library adds changes no hash of a description without it.
/// </remarks>
static class MapHash
{
    static readonly string[] s_texts = [nameof(DeviceMap.Doc), nameof(DeviceMap.Source), nameof(DeviceMap.License), nameof(DeviceMap.Authors), nameof(DeviceMap.Tags), nameof(DeviceMap.Bases)];

    static readonly JsonSerializerOptions s_said = new(MapJson.Default.Options)
    {
        TypeInfoResolver = MapJson.Default.WithAddedModifier(OnlyWhatIsSaid), NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Of(DeviceMap map) => string.Create(CultureInfo.InvariantCulture, $"crc32c:{~Said(map).Aggregate(uint.MaxValue, BitOperations.Crc32C):x8}");

    /// <summary>What the hash is of.</summary>
    internal static byte[] Said(DeviceMap map) => JsonSerializer.SerializeToUtf8Bytes(map, (JsonTypeInfo<DeviceMap>)s_said.GetTypeInfo(typeof(DeviceMap)));

    static void OnlyWhatIsSaid(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            // A reset value of 0 is said, and other than none.
            bool isText = s_texts.Contains(property.Name), isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null;
            property.ShouldSerialize = (_, value) => !isText && value is not (null or "" or ICollection { Count: 0 })
                && (isNullable || value is not (false or 0 or 0ul or 0.0));
        }
    }
}

/// <summary>How a description is serialized for its hash; pairs are serialized by their fields.</summary>
[JsonSerializable(typeof(DeviceMap))]
[JsonSourceGenerationOptions(IncludeFields = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
sealed partial class MapJson : JsonSerializerContext;
