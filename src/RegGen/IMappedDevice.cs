using System.ComponentModel;
using RegGen.Metadata;

namespace RegGen;

/// <summary>A device with its description as data: what every generated device class is, so that a refusal can name its registers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMappedDevice
{
    /// <summary>The description.</summary>
    DeviceMap Map { get; }
}
