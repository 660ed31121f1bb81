using System.IO.Compression;

namespace RegGen.Diagnosis;

/// <summary>What the running kernel was built with, where a distribution tells.</summary>
static class KernelConfiguration
{
    /// <summary>A setting of the running kernel.</summary>
    public static Evidence Of(string option) => Of(option, ["/proc/config.gz", $"/boot/config-{SystemEvidence.KernelRelease() ?? "unknown"}"]);

    /// <summary>A setting in the first of the files that can be read.</summary>
    internal static Evidence Of(string option, string[] files)
    {
        foreach (string file in files)
        {
            if (Lines(file) is { } lines)
            {
                string line = lines.FirstOrDefault(line => line.StartsWith($"{option}=", StringComparison.Ordinal)) ?? $"{option} is not set";
                return new("kernel configuration", $"{line} ({file})");
            }
        }

        return new("kernel configuration", $"{option} unknown: {string.Join(" and ", files)} cannot be read");
    }

    static List<string>? Lines(string file)
    {
        try
        {
            using Stream raw = File.OpenRead(file);
            using Stream text = Path.GetExtension(file) == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
            using StreamReader reader = new(text);
            List<string> lines = [];
            while (reader.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
