using RegGen.Tracing;

namespace RegGen.Simulation;

/// <content>Hooks by the driver's own handles.</content>
public sealed partial class SimulatedDevice
{
    /// <summary>The register of a handle, to add behaviour to by its values.</summary>
    /// <remarks>
    /// <example>
    /// <code>
    /// SimulatedDevice sim = backend.Add(Uart16550.Map, 0x2F8);
    /// using var uart = Uart16550.Open(0x2F8, backend);
    /// sim.On(uart.Thr).Write(sent => sim.On(uart.Rbr).Enqueue(sent));
    /// </code>
    /// </example>
    /// </remarks>
    /// <param name="handle">A register of a device class over this device: of a bus on its backend, at the same port.</param>
    /// <exception cref="ArgumentException">
    /// The handle is of another device; or of a joined value, which is several registers; or of a register that is told from another one only by the order of accesses.
    /// </exception>
    public SimulatedRegister<TValue> On<TValue>(IRegisterHandle<TValue> handle)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new(On(HandleName.Of(handle, new TracedDevice(Map.Name, Map, Claim.Base) { Bars = _bars })));
    }
}
