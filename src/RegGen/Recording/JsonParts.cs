using System.Globalization;
using System.Text.Json;

namespace RegGen.Recording;

/// <summary>Parts of a line's JSON object: each is there in its form, or the message says what is wrong with it.</summary>
static class JsonParts
{
    public static string Text(this JsonElement line, string name) => line.Part(name, JsonValueKind.String, "a text").GetString()!;

    public static string? OptionalText(this JsonElement line, string name) => line.TryGetProperty(name, out _) ? line.Text(name) : null;

    public static double Number(this JsonElement line, string name) => line.Part(name, JsonValueKind.Number, "a number").GetDouble();

    public static int Int32(this JsonElement line, string name) => line.Part(name, JsonValueKind.Number, "a number").TryGetInt32(out int number)
        ? number
        : throw new FormatException($"\"{name}\" is no whole number of 32 bits.");

    /// <summary>A number in hexadecimal, as text.</summary>
    public static ulong Hex(this JsonElement line, string name) => Hex(line.Text(name)) ?? throw new FormatException($"\"{name}\" is \"{line.Text(name)}\"; it is a number such as \"0x3F8\".");

    /// <summary>Numbers in hexadecimal with spaces between, as text.</summary>
    public static ulong[] HexList(this JsonElement line, string name) =>
        [.. line.Text(name).Split(' ').Select(part => Hex(part) ?? throw new FormatException($"\"{name}\" has \"{part}\"; it has numbers such as \"0x3F8\"."))];

    /// <summary>An object that may be left out.</summary>
    public static JsonElement? Object(this JsonElement line, string name) =>
        line.TryGetProperty(name, out _) ? line.Part(name, JsonValueKind.Object, "an object") : null;

    public static IEnumerable<JsonElement> List(this JsonElement line, string name) => line.Part(name, JsonValueKind.Array, "a list").EnumerateArray();

    static ulong? Hex(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : null;

    static JsonElement Part(this JsonElement line, string name, JsonValueKind kind, string form)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("It is no JSON object.");
        }

        return !line.TryGetProperty(name, out JsonElement part) ? throw new FormatException($"\"{name}\" is missing.")
            : part.ValueKind != kind ? throw new FormatException($"\"{name}\" is no {form[(form.IndexOf(' ', StringComparison.Ordinal) + 1)..]}.")
            : part;
    }
}
