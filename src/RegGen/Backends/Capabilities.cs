using System.Globalization;

namespace RegGen.Backends;

/// <summary>What the kernel lets this process do, as <c>/proc/self/status</c> says.</summary>
internal static class Capabilities
{
    const int RawIo = 17;

    /// <summary>Whether the process may ask for ports.</summary>
    public static bool HasRawIo() => Field("CapEff") is { } text
        && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong held) && (held >> RawIo & 1) != 0;

    /// <summary>A line of the status file, or null.</summary>
    public static string? Field(string name)
    {
        string key = name + ":";
        try
        {
            return File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
