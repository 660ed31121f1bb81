using System.Globalization;
using System.Text.Json;
using RegGen.Metadata;
using RegGen.Tracing;

namespace RegGen.Recording;

/// <summary>A device whose accesses were recorded by name.</summary>
/// <param name="Name">What the recording calls it, <c>COM2</c>.</param>
/// <param name="Device">The device of the description, <c>Uart16550</c>.</param>
/// <param name="Port">Its first port.</param>
/// <param name="Hash">What its description was: <see cref="DeviceMap.Hash"/>.</param>
public sealed record RecordedDevice(string Name, string Device, ushort Port, string Hash)
{
    internal static RecordedDevice Of(TracedDevice device) => new(device.Name, device.Map.Name, device.Port, device.Map.Hash);

    internal static RecordedDevice Of(JsonElement device)
    {
        ulong port = device.Hex("base");
        return port > ushort.MaxValue
            ? throw new FormatException($"\"base\" is 0x{port:X}; the last port is 0xFFFF.")
            : new(device.Text("name"), device.Text("device"), (ushort)port, device.Text("hash"));
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("device", Device);
        json.WriteString("base", string.Create(CultureInfo.InvariantCulture, $"0x{Port:X}"));
        json.WriteString("hash", Hash);
        json.WriteEndObject();
    }
}
