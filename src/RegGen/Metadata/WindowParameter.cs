namespace RegGen.Metadata;

/// <summary>What a window is chosen by beside the address: such as bus, device and function of PCI.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">Its least value.</param>
/// <param name="Last">Its greatest value.</param>
/// <param name="Shift">Its position above the address.</param>
public sealed record WindowParameter(string Name, uint First, uint Last, int Shift);
