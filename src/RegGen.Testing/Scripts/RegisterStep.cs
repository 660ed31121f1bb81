using System.Globalization;
using RegGen.Metadata;
using RegGen.Tracing;

namespace RegGen.Testing.Scripts;

/// <summary>An access to a register.</summary>
/// <param name="place">Device and register.</param>
/// <param name="map">The register.</param>
/// <param name="isWrite">The direction.</param>
/// <param name="word">The register's word.</param>
/// <param name="counted">The bits of it that count.</param>
sealed class RegisterStep(string place, RegisterMap map, bool isWrite, ulong word, ulong counted) : ScriptStep
{
    public override uint? Fits(PortAccess access, FollowedDevices devices)
    {
        if (access.IsWrite != isWrite || devices.Part(access) is not (var name, { } part) || name != place)
        {
            return null;
        }

        ulong reached = part.Reached((int)access.Width);
        if (!isWrite)
        {
            return part.Turned((uint)((word & reached) >> part.Shift), (int)access.Width);
        }

        return ((Written(access, part) ^ word) & reached & counted) == 0 ? access.Value : null;
    }

    public override string? Difference(PortAccess access, FollowedDevices devices)
    {
        if (!isWrite || !access.IsWrite || devices.Part(access) is not (var name, { } part) || name != place)
        {
            return null;
        }

        ulong written = Written(access, part), differing = (written ^ word) & part.Reached((int)access.Width) & counted;
        string[] fields = [.. map.Fields.Where(field => (field.Mask & differing) != 0).Select(field => $"{field.Name} is {field.DescribeValue(written, isWrite: true)}, not {field.DescribeValue(word, isWrite: true)}")];
        return fields.Length == 0 ? null : string.Join("; ", fields);
    }

    public override string ToString()
    {
        string text = "0x" + word.ToString($"X{map.Width / 4}", CultureInfo.InvariantCulture);
        IReadOnlyList<TracedField> fields = isWrite ? map.WrittenFields(word, counted) : map.ReadFields(word);
        return $"{place} {(isWrite ? "<-" : "->")} {string.Join(' ', [text, .. fields.Select(field => field.ToString())])}{(counted == ScriptWords.All(map) ? "" : " *")}";
    }

    static ulong Written(PortAccess access, DecodedRegister part) => (ulong)part.Turned(access.Value, (int)access.Width) << part.Shift;
}
