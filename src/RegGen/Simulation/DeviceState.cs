using System.Globalization;
using System.Text;
using System.Text.Json;
using RegGen.Metadata;
using RegGen.Recording;

namespace RegGen.Simulation;

/// <summary>What all registers of a simulated device hold at one time, to go back to, to keep in a file, or to compare.</summary>
/// <remarks>
/// <example>
/// <code>
/// DeviceState before = sim.Save();
/// Drive(uart);
/// Console.WriteLine(string.Join('\n', sim.Save().DifferencesFrom(before)));     // LCR 0x00 -> 0x03 WordLength=Eight
/// sim.Load(before);
/// </code>
/// </example>
/// Beside the words it holds what else the description tells: values waiting in queues, whose turn a transfer is, open locks, selected banks. What hooks keep in variables
/// of their own is theirs.
/// </remarks>
public sealed record DeviceState
{
    const string Kind = "state";
    const int FormVersion = 1;

    internal DeviceState(DeviceMap map, IReadOnlyDictionary<string, ulong> registers, IReadOnlyDictionary<string, ulong[]> hidden) =>
        (Map, Registers, Hidden) = (map, registers, hidden);

    /// <summary>The device's description.</summary>
    public DeviceMap Map { get; }

    /// <summary>The stored words, by full name of the register.</summary>
    public IReadOnlyDictionary<string, ulong> Registers { get; }

    /// <summary>What is not in the words.</summary>
    internal IReadOnlyDictionary<string, ulong[]> Hidden { get; }

    /// <summary>Registers that hold another word than in another state of a device of this description, in the order of the description.</summary>
    /// <exception cref="ArgumentException">The other state is of another description.</exception>
    public IReadOnlyList<StateDifference> DifferencesFrom(DeviceState before)
    {
        ArgumentNullException.ThrowIfNull(before);
        Require(before, Map);
        return [.. Registers.Keys.Union(before.Registers.Keys)
            .Select(register => new StateDifference(register, MapOf(register), before.WordOf(register), WordOf(register)))
            .Where(difference => difference.Before != difference.After)];
    }

    /// <summary>The state as JSON, indented, to keep in a file.</summary>
    /// <remarks><c>registers</c> has the words by name; <c>hidden</c> what is not in them, for <see cref="Parse"/> alone.</remarks>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("reggen", Kind);
            json.WriteNumber("version", FormVersion);
            json.WriteString("device", Map.Name);
            json.WriteString("hash", Map.Hash);
            json.WriteStartObject("registers");
            foreach ((string register, ulong word) in Registers)
            {
                json.WriteString(register, "0x" + word.ToString($"X{MapOf(register).Width / 4}", CultureInfo.InvariantCulture));
            }

            json.WriteEndObject();
            json.WriteStartObject("hidden");
            foreach ((string part, ulong[] words) in Hidden)
            {
                json.WriteString(part, string.Join(' ', words.Select(word => "0x" + word.ToString("X", CultureInfo.InvariantCulture))));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="map">The description of the device.</param>
    /// <exception cref="FormatException">It is no state, or one of a later version.</exception>
    /// <exception cref="ArgumentException">It is of another device, or of another description of it.</exception>
    public static DeviceState Parse(string json, DeviceMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        try
        {
            using var document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.Text("reggen") != Kind || root.Int32("version") > FormVersion)
            {
                throw new FormatException($"It is \"{root.Text("reggen")}\" of version {root.Int32("version")}; this library reads \"{Kind}\" up to version {FormVersion}.");
            }

            Require(root.Text("device"), root.Text("hash"), map);
            JsonElement registers = root.Object("registers") ?? throw new FormatException("\"registers\" is missing.");
            JsonElement hidden = root.Object("hidden") ?? throw new FormatException("\"hidden\" is missing.");
            return new(
                map,
                new OrderedDictionary<string, ulong>(registers.EnumerateObject().Select(register => KeyValuePair.Create(register.Name, registers.Hex(register.Name)))),
                new OrderedDictionary<string, ulong[]>(hidden.EnumerateObject().Select(part => KeyValuePair.Create(part.Name, hidden.HexList(part.Name)))));
        }
        catch (JsonException error)
        {
            throw new FormatException($"It is no JSON: {error.Message}", error);
        }
    }

    /// <summary>Checks that a state is of a description.</summary>
    /// <exception cref="ArgumentException">It is of another one.</exception>
    internal static void Require(DeviceState state, DeviceMap map)
    {
        if (!ReferenceEquals(state.Map, map))
        {
            Require(state.Map.Name, state.Map.Hash, map);
        }
    }

    static void Require(string device, string hash, DeviceMap map)
    {
        if (device != map.Name || hash != map.Hash)
        {
            throw new ArgumentException(device != map.Name
                ? $"The state is of a {device}, not of a {map.Name}."
                : $"The state is of another description of {device}: registers or fields have changed since. Save it again.");
        }
    }

    // A set of registers that was never touched holds what it began with.
    ulong WordOf(string register) => Registers.TryGetValue(register, out ulong word) ? word : new StoredWord(MapOf(register)).Value;

    RegisterMap MapOf(string register) => Map.FindSet(register) is var (window, _, name) ? window.Registers.First(known => known.Name == name) : Map[register];
}
